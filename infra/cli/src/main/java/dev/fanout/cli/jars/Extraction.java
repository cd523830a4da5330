package dev.fanout.cli.jars;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;

/** Boot's own tool, which every executable jar brings: from one jar to a small one with its libraries beside it. */
final class Extraction {
    private Extraction() {}

    static void extract(Path jar, Path destination) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar", jar.toString(),
                        "extract", "--destination", destination.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.onExit().join().exitValue() != 0)
            throw new IOException("%s cannot be extracted: %s".formatted(jar, said.strip()));
    }
}
