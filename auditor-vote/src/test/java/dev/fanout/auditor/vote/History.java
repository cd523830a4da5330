package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.merkle.ViewEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One way in which things can go. It is data, so that it can be replayed, printed, and made smaller.
 *
 * @param faulty which station has the fault
 * @param events who holds what
 * @param calm whether messages come in order while everything heals
 */
record History(
        long seed, int windows, Fault fault, int faulty, List<Held> events, List<CountedTwice> more, List<Step> steps,
        boolean calm) {
    /** Station of the faulty auditor's second self. */
    static final int TWIN = 3;

    /**
     * @param holders one bit a station
     * @param late it comes when a station starts again, if that has not claimed the window yet
     */
    record Held(long window, ViewEvent event, int holders, boolean late) {
        boolean by(int station) {
            return (holders >> station & 1) == 1;
        }
    }

    record CountedTwice(long window, String host, int more) {}

    History withSteps(List<Step> fewer) {
        return new History(seed, windows, fault, faulty, events, more, fewer, calm);
    }

    History withEvents(List<Held> fewer) {
        return new History(seed, windows, fault, faulty, fewer, more, steps, calm);
    }

    History withWindows(int fewer) {
        return new History(seed, fewer, fault, faulty, events, more, steps, calm);
    }

    History calmly() {
        return new History(seed, windows, fault, faulty, events, more, steps, true);
    }

    static History random(long seed) {
        return new Author(seed).write();
    }

    private static final class Author {
        private final long seed;
        private final Random random;
        private final Fault fault;
        private final int faulty;
        private final int windows;
        private final double missing;
        private final double late;

        Author(long seed) {
            this.seed = seed;
            this.random = new Random(seed * 0x9E3779B97F4A7C15L);
            this.fault = Fault.values()[random.nextInt(Fault.values().length)];
            this.faulty = random.nextInt(3);
            this.windows = 1 + random.nextInt(3);
            this.missing = random.nextBoolean() ? 0 : 0.1;
            this.late = fault == Fault.AMNESIAC || random.nextInt(3) == 0 ? 0.2 : 0;
        }

        History write() {
            var events = new ArrayList<Held>();
            var more = new ArrayList<CountedTwice>();
            for (var window = 0; window < windows; window++) {
                // Enough for a tree with branches, now and then.
                var size = random.nextInt(10) == 0 ? 60 : random.nextInt(12);
                for (var i = 0; i < size; i++) events.addAll(event(window, window * 1_000 + i));
                if (fault == Fault.DOUBLE_COUNTING) more.add(new CountedTwice(window, host(), 1 + random.nextInt(3)));
            }
            return new History(seed, windows, fault, faulty, events, more, steps(), false);
        }

        private List<Held> event(long window, int number) {
            var event = TestLedger.event(seed * 100_000 + number, host());
            if (fault == Fault.INVENTING && chance(0.3)) return invented(window, event);
            var holders = 0;
            for (var station = 0; station <= TWIN; station++) if (!chance(missing(station))) holders |= 1 << station;
            return List.of(new Held(window, event, holders, chance(late)));
        }

        private double missing(int station) {
            var forgets = fault == Fault.FORGETTING && station == faulty;
            var differs = station == TWIN || fault == Fault.EQUIVOCATING && station == faulty;
            return forgets ? 0.4 : differs ? 0.2 : missing;
        }

        /** Out of nothing, or out of an event that another host showed. */
        private List<Held> invented(long window, ViewEvent event) {
            var own = 1 << faulty;
            if (chance(0.5)) return List.of(new Held(window, event, own, false));
            var other = new ViewEvent(event.eventId(), host(), ("never shown " + random.nextInt()).getBytes());
            return List.of(new Held(window, event, 7 & ~own, false), new Held(window, other, own, false));
        }

        private List<Step> steps() {
            var steps = new ArrayList<Step>();
            for (var i = 20 + random.nextInt(100); i > 0; i--) steps.add(step());
            return steps;
        }

        private Step step() {
            var roll = random.nextInt(100);
            if (roll < 50) return new Step.Deliver(random.nextInt(1_000));
            if (roll < 62) return new Step.Wait(200 + random.nextInt(3_000));
            if (roll < 76) return new Step.Close(random.nextInt(4), random.nextInt(windows));
            if (roll < 80) return new Step.Lose(random.nextInt(1_000));
            if (roll < 85) return new Step.Repeat(random.nextInt(1_000));
            if (roll < 88) return new Step.Crash(chance(0.5) ? faulty : random.nextInt(4), random.nextInt(8));
            if (roll < 93) return new Step.Start(random.nextInt(4));
            var one = random.nextInt(3);
            var other = (one + 1 + random.nextInt(2)) % 3;
            return roll < 96 ? new Step.Cut(one, other) : new Step.Mend(one, other);
        }

        private String host() {
            return "host-" + random.nextInt(3);
        }

        private boolean chance(double probability) {
            return random.nextDouble() < probability;
        }
    }
}
