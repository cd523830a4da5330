package dev.fanout.messaging.crash;

import java.util.EnumSet;
import java.util.Set;

/** What goes wrong at one call to the outside. */
enum Fault {
    /** The process ends before the call. */
    DIES_BEFORE,
    /** The process ends after the call, before it has the answer. */
    DIES_AFTER,
    /** The call never arrives, and its caller cannot know that. */
    UNANSWERED,
    /** The call is done, and its caller cannot know that. */
    LOST,
    /** The call is done, its answer is lost, and the SDK sends it again. */
    REPEATED,
    /** The call is refused: too much at once. */
    THROTTLED,
    /** The call is refused: another transaction is at one of its items. */
    CONFLICT,
    /** Just before the call, another instance is given copies of what is in hand, and all else that waits. */
    RIVAL,
    /** Just before the call, another instance works on what waits: on other events, maybe of the same items. */
    NEIGHBOUR,
    /** The process sleeps over its lease and its visibility just before the call, and another takes over meanwhile. */
    OVERTAKEN_BEFORE,
    /** The same, just after the call. */
    OVERTAKEN_AFTER;

    static final Set<Fault> AT_WRITES = EnumSet.allOf(Fault.class);
    /** A read can be repeated and meets no transaction. */
    static final Set<Fault> AT_READS = EnumSet.complementOf(EnumSet.of(REPEATED, CONFLICT));
    static final Set<Fault> AT_QUEUES =
            EnumSet.of(DIES_BEFORE, DIES_AFTER, UNANSWERED, LOST, OVERTAKEN_BEFORE, OVERTAKEN_AFTER);
    static final Set<Fault> AT_EFFECTS = with(AT_QUEUES, RIVAL, NEIGHBOUR);

    private static Set<Fault> with(Set<Fault> some, Fault... more) {
        var all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return all;
    }

    boolean endsTheProcess() {
        return this == DIES_BEFORE || this == DIES_AFTER;
    }
}
