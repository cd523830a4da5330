package dev.fanout.auditor.vote;

/** Something that happens. Where it makes no sense any more, because what led to it was left out, it does nothing. */
sealed interface Step {
    record Close(int station, long window) implements Step {}

    record Deliver(int pick) implements Step {}

    record Repeat(int pick) implements Step {}

    record Lose(int pick) implements Step {}

    record Wait(int millis) implements Step {}

    /** @param after so many more things that it does: between keeping a line and sending it, say */
    record Crash(int station, int after) implements Step {}

    record Start(int station) implements Step {}

    record Cut(int one, int other) implements Step {}

    record Mend(int one, int other) implements Step {}
}
