package dev.fanout.messaging.crash;

/** The process ends here: nothing catches it, and its instance is never asked again. */
final class Death extends Error {
    Death() {
        super("the process died", null, false, false);
    }
}
