package dev.fanout.cli.up;

import static java.util.Objects.requireNonNullElse;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;

/** A checkout of the project, with its built jars. */
record Installation(Path home) {

    /** The script says where it lies. */
    static Installation current() {
        return new Installation(Path.of(System.getProperty("fanout.home", "")).toAbsolutePath());
    }

    Path jarOf(String module) {
        var target = home.resolve(module, "target");
        var jars = requireNonNullElse(target.toFile().listFiles((_, name) -> name.endsWith("-exec.jar")), new File[0]);
        // the newest, because a change of version leaves the old jar behind
        return Arrays.stream(jars)
                .max(Comparator.comparingLong(File::lastModified))
                .map(File::toPath)
                .orElseThrow(() -> new StartFailed("%s is not built: there is no *-exec.jar in %s; ./fanout up builds it"
                        .formatted(module, target)));
    }
}
