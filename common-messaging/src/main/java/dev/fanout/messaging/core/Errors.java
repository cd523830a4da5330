package dev.fanout.messaging.core;

/** Errors as logs and parked messages tell them. */
final class Errors {
    private Errors() {}

    /** What it is and says, without the lines that some libraries add. */
    static String oneLine(Exception e) {
        return e.toString().lines().findFirst().orElseGet(() -> e.getClass().getName());
    }
}
