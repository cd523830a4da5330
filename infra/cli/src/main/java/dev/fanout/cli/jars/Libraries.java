package dev.fanout.cli.jars;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes.Name;
import java.util.jar.Manifest;

/** The libraries of an extracted jar. */
final class Libraries {
    private Libraries() {}

    /**
     * The program's own jar names all libraries, so a class path in one of them adds nothing. It can do harm:
     * that of DynamoDB Local names the folder it lies in, and with a folder on the path there is no AOT cache.
     */
    static void dropClassPaths(Path folder) throws IOException {
        try (var jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (var jar : jars) dropClassPath(jar);
        }
    }

    private static void dropClassPath(Path jar) throws IOException {
        try (var content = FileSystems.newFileSystem(jar)) {
            var file = content.getPath("META-INF/MANIFEST.MF");
            if (Files.notExists(file)) return;
            var manifest = read(file);
            if (manifest.getMainAttributes().remove(Name.CLASS_PATH) == null) return;
            try (var out = Files.newOutputStream(file)) {
                manifest.write(out);
            }
        }
    }

    private static Manifest read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new Manifest(in);
        }
    }
}
