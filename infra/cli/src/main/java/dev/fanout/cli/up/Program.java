package dev.fanout.cli.up;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is run as one process.
 *
 * @param ports all that it listens on, its main one first
 * @param health answers 200 as soon as it is ready
 */
record Program(String name, List<Integer> ports, URI health, List<String> command) {
    private static final String JAR = "-exec.jar";

    /** Whether a command line is that of this program, of this checkout or another. */
    boolean isRunBy(String commandLine) {
        return jar().filter(commandLine::contains).isPresent();
    }

    private Optional<String> jar() {
        return command.stream()
                .filter(word -> word.endsWith(JAR))
                .map(jar -> Path.of(jar).getFileName().toString())
                .findFirst();
    }
}
