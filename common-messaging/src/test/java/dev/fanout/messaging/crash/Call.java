package dev.fanout.messaging.crash;

import java.util.Set;

/** One call to the outside, how it is made, and how it fails. */
interface Call<T> {
    /** As the list of calls names it. */
    String name();

    /** Those that can happen to it. */
    Set<Fault> faults();

    T make();

    /** As the SDK sends a request again whose answer it did not get. */
    default T makeTwice() {
        make();
        return make();
    }

    /** What its caller is thrown. */
    RuntimeException failure(Fault fault);
}
