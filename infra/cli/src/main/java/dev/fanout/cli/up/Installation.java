package dev.fanout.cli.up;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** A checkout of the project, with its built jars. */
record Installation(Path home) {

    /** The script says where it lies. */
    static Installation current() {
        return new Installation(Path.of(System.getProperty("fanout.home", "")).toAbsolutePath());
    }

    Path jarOf(String module) {
        var target = home.resolve(module, "target");
        var jars = target.toFile().listFiles((_, name) -> name.endsWith("-exec.jar"));
        // the newest, because a change of version leaves the old jar behind
        return Stream.ofNullable(jars)
                .flatMap(Arrays::stream)
                .max(Comparator.comparingLong(File::lastModified))
                .map(File::toPath)
                .orElseThrow(() -> new StartFailed("%s is not built: there is no *-exec.jar in %s"
                        .formatted(module, target)));
    }
}
