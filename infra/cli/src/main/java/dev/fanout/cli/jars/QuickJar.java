package dev.fanout.cli.jars;

import java.nio.file.Files;
import java.nio.file.Path;

/** A jar with its libraries as files beside it, and with an AOT cache as soon as a training run has written one. */
public record QuickJar(Path jar) {

    public Path cache() {
        return jar.resolveSibling("app.aot");
    }

    public boolean hasCache() {
        return Files.exists(cache());
    }

    /** Where a training run writes: a run that is killed leaves half a cache, under another name. */
    public Path unfinishedCache() {
        return jar.resolveSibling("unfinished.aot");
    }
}
