package dev.fanout.cli.up;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.fanout.cli.up.process.Shell;
import dev.fanout.cli.up.process.SleepingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(240)
class SignalTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void a_signal_ends_the_services_then_the_stack_and_leaves_none_behind(String signal, int exitCode)
            throws IOException, InterruptedException {
        // whoever runs the build in the background of a script makes all of it deaf to Ctrl-C
        assumeThat(Shell.run("kill -" + signal + " $$; exit 0")).isEqualTo(exitCode);
        var output = folder.resolve("output");
        var up = SleepingSystem.writingTo(output);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.readString(output).contains("Ctrl-C stops all"));
        assertThat(up.children()).hasSize(3);
        var started = up.descendants().toList();

        Shell.run("kill -" + signal + " " + up.pid());

        assertThat(up.waitFor(30, SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(exitCode);
        await().until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(Files.readString(output)).containsSubsequence(
                "stopping publisher, inventory", "publisher stopped", "stopping local", "local stopped");
    }
}
