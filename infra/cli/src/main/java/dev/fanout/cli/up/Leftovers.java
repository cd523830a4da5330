package dev.fanout.cli.up;

import java.util.Optional;

/** Finds what another {@code ./fanout up} started, or left behind when it was killed. */
interface Leftovers {

    /** The process to end so that this program's port is free. */
    Optional<ProcessHandle> blocking(Program program);

    static Leftovers onThisMachine() {
        return program -> ProcessHandle.allProcesses()
                .filter(process -> program.isRunBy(commandLine(process)))
                .map(Leftovers::parentIfItIsOurs)
                .findFirst();
    }

    /** Ending the command ends all that it started; ending one service would leave the others. */
    private static ProcessHandle parentIfItIsOurs(ProcessHandle process) {
        return process.parent().filter(parent -> commandLine(parent).contains("fanout-cli")).orElse(process);
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }
}
