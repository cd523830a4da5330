package dev.fanout.local.sns;

/** One operation of the API. */
@FunctionalInterface
interface Action {
    /** The inside of the result element; empty where the operation has none. */
    String perform(SnsRequest request);
}
