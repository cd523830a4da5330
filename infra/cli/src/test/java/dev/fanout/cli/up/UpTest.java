package dev.fanout.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanout.cli.console.Screen;
import dev.fanout.cli.up.process.Program;
import dev.fanout.cli.up.process.Readiness;
import dev.fanout.cli.up.process.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class UpTest {
    private static final Program LOCAL = Shell.sleeper("local").comingBack(false);

    private final Screen screen = new Screen();

    @AfterEach
    void nothing_is_left_behind() {
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    void one_that_dies_at_start_shows_its_last_lines_and_ends_the_others() throws Exception {
        var dying = Shell.program("inventory", "for i in $(seq 1 30); do echo line $i; done; exit 3");

        assertThat(up("local", "publisher").run(plan(Shell.sleeper("publisher"), dying))).isEqualTo(1);

        assertThat(screen.lines())
                .contains("fanout    | inventory ended with exit code 3 before everything was ready; "
                        + "its last lines:")
                .contains("fanout    |   line 11", "fanout    |   line 30")
                .doesNotContain("fanout    |   line 10")
                .contains("fanout    | publisher stopped", "fanout    | local stopped");
    }

    @Test
    void a_stack_that_dies_while_the_services_start_fails_the_start() throws Exception {
        var local = Shell.program("local", "sleep 1; exit 4");
        var plan = new Plan(List.of(List.of(local), List.of(Shell.sleeper("publisher"))));

        assertThat(up("local").run(plan)).isEqualTo(1);

        assertThat(screen.text()).contains("local ended with exit code 4 before everything was ready");
    }

    @Test
    void one_that_never_gets_ready_is_named_with_its_last_lines() throws Exception {
        assertThat(up(Duration.ofSeconds(1), "local").run(plan(Shell.sleeper("publisher")))).isEqualTo(1);

        assertThat(screen.text())
                .contains("publisher is not ready after 1.0 s")
                .contains("fanout    |   publisher sleeps");
    }

    @Test
    void one_that_cannot_be_run_at_all_fails_the_start() throws Exception {
        var missing = new Program("publisher", List.of(), LOCAL.health(), List.of("/no/such/java"));

        assertThat(up("local").run(plan(missing))).isEqualTo(1);

        assertThat(screen.text()).contains("publisher ended with exit code 127", "/no/such/java");
    }

    @Test
    void a_service_that_dies_later_is_named_and_started_again() throws Exception {
        var plan = plan(Shell.sleeper("publisher"), Shell.sleeper("inventory"));
        var run = CompletableFuture.supplyAsync(() -> run(plan));
        eventuallyShows("Ctrl-C stops all");

        kill("inventory");
        eventuallyShows("ended with exit code 137; it is started again in 1.0 s");
        eventuallyShows("inventory is started again (pid ");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() ->
                assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).hasSize(3));
        assertThat(run).isNotDone();

        kill("local");
        assertThat(run.join()).isEqualTo(1);
        assertThat(screen.lines()).contains("fanout    | publisher stopped", "fanout    | inventory stopped");
    }

    @Test
    void a_stack_that_dies_with_all_it_held_ends_the_run() throws Exception {
        var run = CompletableFuture.supplyAsync(() -> run(plan(Shell.sleeper("publisher"))));
        eventuallyShows("Ctrl-C stops all");

        kill("local");
        eventuallyShows("and what it held is gone with it: nothing can go on");
        assertThat(run.join()).isEqualTo(1);
        assertThat(screen.lines()).contains("fanout    | publisher stopped");
    }

    @Test
    void a_stack_that_keeps_its_data_comes_back() {
        var plan = new Plan(List.of(List.of(LOCAL), List.of())).keepingData(Path.of("data"));
        assertThat(plan.programs()).allMatch(Program::comesBack);
    }

    private int run(Plan plan) {
        try {
            return up("local", "publisher", "inventory").run(plan);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void kill(String name) throws IOException, InterruptedException {
        Shell.run("kill -9 " + Shell.pidInTable(screen.text(), name));
    }

    private void eventuallyShows(String text) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(screen.text()).contains(text));
    }

    private Up up(String... ready) {
        return up(Duration.ofSeconds(30), ready);
    }

    private Up up(Duration patience, String... ready) {
        Readiness readiness = program -> Set.of(ready).contains(program.name());
        return new Up(screen.plain(), (plan, _) -> plan, readiness, _ -> Optional.empty(), patience);
    }

    private static Plan plan(Program... services) {
        return new Plan(List.of(List.of(LOCAL), List.of(services)));
    }
}
