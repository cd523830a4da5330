package dev.fanout.cli.jars;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a quick layout depends on, in a few characters: the jar's content, the JDK, and the JVM's options. */
final class Fingerprint {
    private static final int LENGTH = 16;

    /** Of the JVM that runs this, because it runs the programs too. */
    private static final List<String> JDK = Stream.of("java.home", "java.vm.version", "java.vm.vendor", "os.arch")
            .map(name -> System.getProperty(name, ""))
            .toList();

    private Fingerprint() {}

    static String of(Path jar, List<String> options) throws IOException {
        var all = String.join("\n", content(jar), String.join("\n", JDK), String.join("\n", options));
        return HexFormat.of().formatHex(sha256(all)).substring(0, LENGTH);
    }

    /** From the table of contents: time says nothing (our builds are reproducible), and 70 MB take a while to read. */
    private static String content(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(Fingerprint::line).collect(Collectors.joining("\n"));
        }
    }

    private static String line(ZipEntry entry) {
        return entry.getName() + " " + entry.getSize() + " " + entry.getCrc();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
