package dev.fanout.cli.demo;

import java.util.List;

/** One service's part of the demo. */
interface Section {

    String service();

    /** What must be running for it: by their names in the topology. */
    default List<String> processes() {
        return List.of(service());
    }

    /** Makes ready, and notes what is there before anything happens. */
    default void before() {}

    /** What this service does itself; the others hear of it. */
    default void act() {}

    /** What it does not show yet, one line each; none when its part is done. */
    List<String> missing();

    /** What it did, for people. */
    List<String> report();
}
