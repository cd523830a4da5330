package dev.fanout.cli.up.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The {@code ./fanout up} of a checkout while it runs: what it started is ours, anybody else's is not. */
public record RunningUp(ProcessHandle process) {
    private static final String COMMAND = "up";

    /** Its number is where the script wrote it; after a reboot that may be somebody else's number. */
    public static Optional<RunningUp> of(Installation checkout) {
        return numberIn(checkout.runningUp())
                .flatMap(ProcessHandle::of)
                .filter(process -> words(process).containsAll(List.of(checkout.homeOption(), COMMAND)))
                .map(RunningUp::new);
    }

    /** What it runs under a name just now. */
    public Optional<ProcessHandle> service(String name) {
        return process.children().filter(child -> words(child).contains(Program.NAME_OPTION + name)).findFirst();
    }

    private static Optional<Long> numberIn(Path file) {
        try {
            return Optional.of(Long.valueOf(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException nothingRuns) {
            return Optional.empty();
        }
    }

    private static List<String> words(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of());
    }
}
