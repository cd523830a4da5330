package dev.fanout.cli.up;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.fanout.cli.up.process.SleepingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends {@code fanout up} ends all that it started. */
@Timeout(240)
class AnyEndTest {
    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final List<ProcessHandle> started = new ArrayList<>();

    @AfterEach
    void clean_up() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void a_command_that_is_killed_leaves_nothing_behind() throws IOException {
        var up = SleepingSystem.writingTo(folder.resolve("output"));
        awaitAll(up.toHandle());

        up.destroyForcibly();

        assertNothingIsLeft();
    }

    @Test
    void nor_does_it_leave_a_service_that_does_not_end_when_it_is_asked_to() throws IOException {
        var up = new ProcessBuilder(SleepingSystem.command(SleepingSystem.DEAF))
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        awaitAll(up.toHandle());

        up.destroyForcibly();

        assertNothingIsLeft();
    }

    @Test
    void one_whose_reader_is_gone_ends_though_it_has_nothing_to_say() throws IOException {
        var up = new ProcessBuilder(SleepingSystem.command()).redirectErrorStream(true).start();
        awaitAll(up.toHandle());

        up.getInputStream().close();

        assertNothingIsLeft();
    }

    @Test
    void one_that_can_write_nothing_does_not_stay() throws IOException, InterruptedException {
        var full = Path.of("/dev/full");
        assumeThat(full).exists();
        var up = new ProcessBuilder(SleepingSystem.command()).redirectOutput(full.toFile()).start();

        assertThat(up.waitFor(60, SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(1);
    }

    @Test
    void one_whose_terminal_is_killed_leaves_nothing_behind() throws IOException {
        assumeThat(Path.of("/usr/bin/script")).exists();
        // script asks its command to end, and kills it two seconds later: before this service is ended in order
        var quoted = SleepingSystem.command(SleepingSystem.DEAF).stream().map(word -> "'" + word + "'").toList();
        var terminal = new ProcessBuilder("script", "-qfc", String.join(" ", quoted), "log")
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("terminal").toFile())
                .start();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(folder.resolve("log"))
                        && Files.readString(folder.resolve("log")).contains("Ctrl-C stops all"));
        started.addAll(terminal.descendants().toList());

        terminal.destroy();

        assertNothingIsLeft();
    }

    /** The command, three programs, and who watches for each that the command is there. */
    private void awaitAll(ProcessHandle up) {
        await().atMost(Duration.ofMinutes(1)).until(() -> up.descendants().count() == 6);
        started.add(up);
        started.addAll(up.descendants().toList());
    }

    private void assertNothingIsLeft() {
        await().atMost(SOON).untilAsserted(() -> assertThat(started).noneMatch(ProcessHandle::isAlive));
    }
}
