package dev.fanout.cli.up;

import java.nio.file.Path;

/** What is done to a plan before it is started. */
interface Preparation {

    Plan prepare(Plan plan, Log log) throws InterruptedException;

    /** The same, and the local stack keeps its data; not before, because preparing may start it once without need. */
    default Preparation keepingData(Path folder) {
        return (plan, log) -> prepare(plan, log).keepingData(folder);
    }
}
