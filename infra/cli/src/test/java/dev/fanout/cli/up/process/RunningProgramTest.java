package dev.fanout.cli.up.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class RunningProgramTest {
    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void what_it_says_while_it_ends_is_heard() {
        var polite = start("trap 'echo bye; exit 0' TERM; echo hello; while :; do sleep 0.1; done");
        await().until(() -> said.contains("hello"));

        assertThat(polite.end(Duration.ofSeconds(10))).isTrue();
        assertThat(said).containsExactly("hello", "bye");
    }

    @Test
    void one_that_does_not_listen_is_killed_with_its_children() {
        var deaf = start("trap '' TERM; echo hello; sleep 600");
        await().until(() -> said.contains("hello"));

        assertThat(deaf.end(Duration.ofMillis(300))).isFalse();
        assertThat(deaf.isAlive()).isFalse();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void ctrl_c_of_the_terminal_does_not_reach_it() throws IOException, InterruptedException {
        var program = start("echo hello; exec sleep 600");
        await().until(() -> said.contains("hello"));

        Shell.run("kill -INT " + program.pid());
        Shell.run("kill -HUP " + program.pid());

        // signals of one sender arrive in their order: had it taken those, this one would not be its end
        program.end(Duration.ofSeconds(10));
        assertThat(program.exitCode()).isEqualTo(143);
    }

    @Test
    void nothing_of_the_users_own_aws_account_gets_in() throws IOException {
        var program = Shell.program("x", "env | grep ^AWS_");
        var running = RunningProgram.start(program, Map.of("AWS_REGION", "us-east-1"), said::add);
        running.onEnd().join();

        assertThat(running.lastLines()).containsExactly("AWS_REGION=us-east-1");
    }

    private RunningProgram start(String script) {
        return RunningProgram.start(Shell.program("x", script), Map.of(), said::add);
    }
}
