package dev.fanout.cli.up.process;

import java.util.Optional;

/** Finds what another {@code ./fanout up} started, or left behind when it ended in some way unforeseen. */
public interface OrphanProcesses {

    /**
     * @param process the one to end so that the port is free
     * @param isUp whether it is the command itself, which ends all that it started
     */
    record Blocker(ProcessHandle process, boolean isUp) {}

    Optional<Blocker> blocking(Program program);

    static OrphanProcesses onThisMachine() {
        return program -> ProcessHandle.allProcesses()
                .filter(process -> program.isRunBy(commandLine(process)))
                .map(OrphanProcesses::blocker)
                .findFirst();
    }

    private static Blocker blocker(ProcessHandle process) {
        return process.parent()
                .filter(parent -> commandLine(parent).contains("fanout-cli"))
                .map(up -> new Blocker(up, true))
                .orElseGet(() -> new Blocker(process, false));
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }
}
