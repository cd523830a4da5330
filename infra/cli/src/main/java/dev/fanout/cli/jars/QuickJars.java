package dev.fanout.cli.jars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps the quick layout of each jar in a folder named after the jar and the fingerprint of all it depends on. */
public record QuickJars(Path folder) {
    private static final String UNFINISHED = "unfinished-";

    /**
     * The layout of a jar, made now if there is none yet. What an older jar, JDK or option left is deleted.
     *
     * @param options of the JVM that will run it: a cache fits only those it was made with
     */
    public QuickJar layOut(Path jar, List<String> options) throws IOException {
        var name = jar.getFileName().toString();
        var layout = folder.resolve(name + "-" + Fingerprint.of(jar, options));
        if (!Files.isDirectory(layout)) {
            deleteAllLayoutsOf(name);
            extract(jar, layout);
        }
        return new QuickJar(layout.resolve(name));
    }

    /** The layout that a jar is part of. */
    public Optional<QuickJar> find(Path jar) {
        return jar.startsWith(folder) ? Optional.of(new QuickJar(jar)) : Optional.empty();
    }

    /** Under another name until it is complete, because an interrupted one would look like a whole one. */
    private void extract(Path jar, Path layout) throws IOException {
        var unfinished = Files.createDirectories(folder).resolve(UNFINISHED + layout.getFileName());
        Extraction.extract(jar, unfinished);
        Libraries.dropClassPaths(unfinished.resolve("lib"));
        Files.move(unfinished, layout);
    }

    private void deleteAllLayoutsOf(String jar) throws IOException {
        if (Files.notExists(folder)) return;
        try (var layouts = Files.newDirectoryStream(folder, "*" + jar + "-*")) {
            for (var layout : layouts) delete(layout);
        }
    }

    private static void delete(Path layout) throws IOException {
        try (var files = Files.walk(layout)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
