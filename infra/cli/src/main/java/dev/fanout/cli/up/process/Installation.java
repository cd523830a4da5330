package dev.fanout.cli.up.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A checkout of the project, with its built jars.
 *
 * @param version of the jars; after a change of it, the old ones still lie beside the new
 */
public record Installation(Path home, String version) {
    private static final String HOME = "fanout.home";

    /** The script says where it lies, and which version. */
    public static Installation current() {
        var home = Path.of(System.getProperty(HOME, "")).toAbsolutePath();
        return new Installation(home, System.getProperty("fanout.version", ""));
    }

    /** What is made for a quick start; all of it can be deleted. */
    public Path quickJars() {
        return home.resolve(".fanout", "quick");
    }

    /** Of the auditors. Who deletes them makes strangers of them: what they signed before is believed no more. */
    public Path keys() {
        return home.resolve(".fanout", "keys");
    }

    /** How the script tells this checkout to the JVM that it becomes. */
    String homeOption() {
        return "-D" + HOME + "=" + home;
    }

    /** Where the script notes the number of its process when it becomes an {@code up}. */
    Path runningUp() {
        return home.resolve(".fanout", "up.pid");
    }

    public Path trainingLog() {
        return home.resolve(".fanout", "training.log");
    }

    /** What runs the program of a module: by the JDK of this JVM, since the caches fit no other. */
    public List<String> java(String module, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptionsOf(module));
        command.addAll(List.of("-jar", jarOf(module).toString()));
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }

    /** What the JVM of a module's programs is told: what all are told, and what it wants beside or instead. */
    List<String> jvmOptionsOf(String module) {
        return Stream.of("infra", module).flatMap(folder -> optionsIn(home.resolve(folder, "jvm.options"))).toList();
    }

    private static Stream<String> optionsIn(Path file) {
        if (Files.notExists(file)) return Stream.of();
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new StartFailed("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    public Path jarOf(String module) {
        var target = home.resolve(module, "target");
        var ending = version + "-exec.jar";
        return Stream.ofNullable(target.toFile().listFiles((_, name) -> name.endsWith(ending)))
                .flatMap(Arrays::stream)
                .findFirst()
                .orElseThrow(() -> new StartFailed("%s is not built: there is no *%s in %s"
                        .formatted(module, ending, target)))
                .toPath();
    }
}
