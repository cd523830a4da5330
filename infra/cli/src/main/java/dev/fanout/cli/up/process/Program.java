package dev.fanout.cli.up.process;

import static java.util.stream.Collectors.toSet;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is run as one process.
 *
 * @param ports all that it listens on, its main one first
 * @param health answers 200 as soon as it is ready
 * @param comesBack whether it can be started again after a crash, having lost nothing that the others need
 */
public record Program(String name, List<Integer> ports, URI health, List<String> command, boolean comesBack) {
    /** Several programs may run from one jar; this tells them apart. */
    public static final String NAME_OPTION = "--spring.application.name=";

    /** The local stack's port is another word, but it is told one only where it is not the usual one. */
    private static final List<String> IDENTITY = List.of(NAME_OPTION, "--server.port=", "--port");

    private static final String JAR_FOLLOWS = "-jar";

    public Program(String name, List<Integer> ports, URI health, List<String> command) {
        this(name, ports, health, command, true);
    }

    /** Whether a command line is that of this program at this port, of this checkout or another. */
    boolean isRunBy(String commandLine) {
        var words = List.of(commandLine.split(" "));
        return jar().map(jar -> jar.getFileName().toString())
                        .filter(jar -> words.stream().anyMatch(word -> word.endsWith("/" + jar)))
                        .isPresent()
                && identity(words).equals(identity(command));
    }

    private static Set<String> identity(List<String> words) {
        return words.stream().filter(word -> IDENTITY.stream().anyMatch(word::startsWith)).collect(toSet());
    }

    public Optional<Path> jar() {
        return isJava() ? Optional.of(Path.of(command.get(placeOfJar() + 1))) : Optional.empty();
    }

    /** What the JVM is told before it is told the jar. */
    public List<String> jvmOptions() {
        return isJava() ? command.subList(1, placeOfJar()) : List.of();
    }

    /** The same program from another layout of its jar, with further options for the JVM. */
    public Program from(Path jar, String... more) {
        var changed = new ArrayList<>(command);
        changed.set(placeOfJar() + 1, jar.toString());
        changed.addAll(placeOfJar(), List.of(more));
        return new Program(name, ports, health, changed, comesBack);
    }

    /** The same program, told more. */
    public Program told(String... more) {
        return new Program(name, ports, health, Stream.concat(command.stream(), Stream.of(more)).toList(), comesBack);
    }

    public Program comingBack(boolean comesBack) {
        return new Program(name, ports, health, command, comesBack);
    }

    private boolean isJava() {
        return command.contains(JAR_FOLLOWS);
    }

    private int placeOfJar() {
        return command.indexOf(JAR_FOLLOWS);
    }
}
