package dev.fanout.cli.jars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A jar that extracts itself as Boot's do: a small one of the same name, and one library. */
public final class TinyJar {
    private TinyJar() {}

    public static Path write(Path file, String content) throws IOException {
        var classFile = "/" + TinyJar.class.getName().replace('.', '/') + ".class";
        try (var bytes = TinyJar.class.getResourceAsStream(classFile)) {
            return write(file, Map.of(Name.MAIN_CLASS, TinyJar.class.getName()), Map.of(
                    classFile.substring(1), bytes == null ? new byte[0] : bytes.readAllBytes(),
                    "content", content.getBytes()));
        }
    }

    static Path writeWithoutMain(Path file) throws IOException {
        return write(file, Map.of(), Map.of());
    }

    static String manifestOf(Path jar) throws IOException {
        try (var content = new JarFile(jar.toFile())) {
            return new String(content.getInputStream(content.getEntry(JarFile.MANIFEST_NAME)).readAllBytes());
        }
    }

    /** {@code extract --destination FOLDER}. */
    public static void main(String... args) throws IOException {
        var folder = Path.of(args[2]);
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve(Path.of(System.getProperty("java.class.path")).getFileName()), "small");
        write(folder.resolve("lib/library.jar"),
                Map.of(Name.CLASS_PATH, ". else.jar", new Name("Created-By"), "a test"), Map.of());
    }

    private static Path write(Path file, Map<Name, String> headers, Map<String, byte[]> entries) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().put(name, value));
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (var entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return file;
    }
}
