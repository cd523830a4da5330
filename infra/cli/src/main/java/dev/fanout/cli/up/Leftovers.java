package dev.fanout.cli.up;

import java.util.Optional;

/** Finds what another {@code ./fanout up} started, or left behind when it ended in some way unforeseen. */
interface Leftovers {

    /**
     * @param process the one to end so that the port is free
     * @param isUp whether it is the command itself, which ends all that it started
     */
    record Blocker(ProcessHandle process, boolean isUp) {}

    Optional<Blocker> blocking(Program program);

    static Leftovers onThisMachine() {
        return program -> ProcessHandle.allProcesses()
                .filter(process -> program.isRunBy(commandLine(process)))
                .map(Leftovers::blocker)
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
