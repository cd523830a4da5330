package dev.fanout.publisher.crash;

/** What goes wrong at one call to the outside. */
public enum Fault {
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
    /** The process sleeps just before the call, so long that another sweeps all that it left. */
    OVERTAKEN;

    /** The process ends here: nothing catches it. */
    public static final class Death extends Error {}
}
