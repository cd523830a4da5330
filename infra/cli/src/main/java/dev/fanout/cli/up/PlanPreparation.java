package dev.fanout.cli.up;

import dev.fanout.cli.up.process.MergedLog;
import java.nio.file.Path;

/** What is done to a plan before it is started. */
public interface PlanPreparation {

    Plan prepare(Plan plan, MergedLog log) throws InterruptedException;

    /** The same, and the local stack keeps its data; not before, because preparing may start it once without need. */
    default PlanPreparation keepingData(Path folder) {
        return (plan, log) -> prepare(plan, log).keepingData(folder);
    }
}
