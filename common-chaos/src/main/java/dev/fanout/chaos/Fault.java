package dev.fanout.chaos;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be made to go wrong. */
enum Fault {
    /** The process dies with a message in hand that it has not looked at. */
    CRASH_AFTER_RECEIVE,
    /** The process dies when an effect outside DynamoDB is there and not yet noted: the window for a second mail. */
    CRASH_BEFORE_NOTE,
    /** The process dies when the effect is there and the message not yet deleted. */
    CRASH_BEFORE_ACKNOWLEDGE,
    /** The publisher dies when an event is committed and not yet published. */
    CRASH_BEFORE_PUBLISH,
    /** The publisher dies when an event is published and not yet marked as that: it will be published again. */
    CRASH_BEFORE_MARK,
    /** The handler takes {@code fanout.chaos.slow-for}. */
    SLOW,
    /** The handler throws. */
    FAIL,
    /** The effect is there, the message is not deleted, and the process goes on: SQS delivers it again. */
    LOSE_ACKNOWLEDGEMENT,
    /** The message is deleted without an effect. This breaks a promise, for those who watch over it. */
    DROP,
    /** Beside its own effect the message has that of a twin, under an id that nobody has seen. This breaks one, too. */
    COUNT_AGAIN;

    /** Lower case with dashes, as in configuration. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String labels() {
        return Arrays.stream(values()).map(Fault::label).collect(Collectors.joining(", "));
    }

    static Optional<Fault> labelled(String label) {
        return Arrays.stream(values()).filter(fault -> fault.label().equals(label)).findFirst();
    }
}
