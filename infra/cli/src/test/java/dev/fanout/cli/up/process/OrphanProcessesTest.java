package dev.fanout.cli.up.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrphanProcessesTest {
    private final Program publisher = new Program("publisher", List.of(8080), URI.create("http://localhost"),
            List.of("java", "-jar", "/here/publisher-LeftoversTest-exec.jar"));

    @Test
    void several_programs_from_one_jar_are_told_apart_by_their_names() {
        var auditor = new Program("auditor-a", List.of(), URI.create("http://localhost"),
                List.of("java", "-jar", "/here/auditor-exec.jar", Program.NAME_OPTION + "auditor-a"));

        assertThat(auditor.isRunBy("java -jar /there/auditor-exec.jar --spring.application.name=auditor-a")).isTrue();
        assertThat(auditor.isRunBy("java -jar /there/auditor-exec.jar --spring.application.name=auditor-b")).isFalse();
    }

    @Test
    void one_that_runs_at_another_port_does_not_take_this_one() {
        var here = publisher.told("--server.port=8080");
        var line = "java -jar /there/publisher-LeftoversTest-exec.jar --server.port=";

        assertThat(here.isRunBy(line + "8080")).isTrue();
        assertThat(here.isRunBy(line + "18080")).isFalse();
    }

    @Test
    void who_only_looks_at_a_jar_runs_nothing() {
        assertThat(publisher.isRunBy("less /there/publisher-LeftoversTest-exec.jar.md")).isFalse();
    }

    @Test
    void a_service_left_behind_is_found_wherever_its_checkout_is() throws IOException {
        assertThat(OrphanProcesses.onThisMachine().blocking(publisher)).isEmpty();

        var jar = "/elsewhere/publisher-LeftoversTest-exec.jar";
        var left = new ProcessBuilder("/bin/sh", "-c", "read _", jar).start();
        try {
            assertThat(OrphanProcesses.onThisMachine().blocking(publisher))
                    .contains(new OrphanProcesses.Blocker(left.toHandle(), false));
        } finally {
            left.destroy();
        }
    }

    @Test
    void who_watches_over_a_program_is_not_taken_for_it() {
        var jar = "/elsewhere/publisher-LeftoversTest-exec.jar";
        var running = RunningProgram.start(
                new Program("x", List.of(), publisher.health(), List.of("/bin/sh", "-c", "sleep 600; :", jar)),
                Map.of(), _ -> {});
        try {
            await().until(() -> ProcessHandle.of(running.pid()).orElseThrow().children().count() == 2);
            assertThat(ProcessHandle.current().descendants()
                            .filter(each -> publisher.isRunBy(each.info().commandLine().orElse("")))
                            .map(ProcessHandle::pid))
                    .containsExactly(running.pid());
        } finally {
            running.end(Duration.ZERO);
        }
    }
}
