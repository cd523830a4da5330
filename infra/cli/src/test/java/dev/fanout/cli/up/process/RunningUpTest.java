package dev.fanout.cli.up.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Shells with the command lines of the real ones. */
@Timeout(240)
class RunningUpTest {
    private static final String AUDITOR = Program.NAME_OPTION + "auditor-a";

    @TempDir
    private Path folder;

    private Installation here;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void lay_out() throws IOException {
        here = new Installation(folder.resolve("here"), "1");
        Files.createDirectories(here.runningUp().getParent());
    }

    @AfterEach
    void clean_up() {
        started.forEach(each -> each.descendants().forEach(ProcessHandle::destroyForcibly));
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void what_it_started_is_found_by_name() throws IOException {
        var up = up(here, "up");
        note(up);

        assertThat(RunningUp.of(here)).map(RunningUp::process).contains(up.toHandle());
        await().untilAsserted(() -> assertThat(RunningUp.of(here).orElseThrow().service("auditor-a"))
                .hasValueSatisfying(service -> assertThat(up.children()).contains(service)));
        assertThat(RunningUp.of(here).orElseThrow().service("auditor")).isEmpty();
    }

    @Test
    void a_service_of_another_checkout_is_not_ours() throws IOException {
        var theirs = up(new Installation(folder.resolve("there"), "1"), "up");
        await().until(() -> theirs.children().findAny().isPresent());
        assertThat(RunningUp.of(here)).isEmpty();

        note(theirs);
        assertThat(RunningUp.of(here)).isEmpty();
    }

    @Test
    void a_number_that_another_command_has_by_now_is_no_up() throws IOException {
        note(up(here, "soak"));
        assertThat(RunningUp.of(here)).isEmpty();
    }

    @Test
    void a_service_that_somebody_started_by_hand_is_not_ours() throws IOException {
        note(up(here, "up"));
        var byHand = start("read _", "--spring.application.name=inventory");

        assertThat(byHand.isAlive()).isTrue();
        assertThat(RunningUp.of(here).orElseThrow().service("inventory")).isEmpty();
    }

    private void note(Process up) throws IOException {
        Files.writeString(here.runningUp(), up.pid() + "\n");
    }

    private Process up(Installation checkout, String command) throws IOException {
        return start("/bin/sh -c 'sleep 600; :' " + AUDITOR + " & wait", checkout.homeOption(), command);
    }

    private Process start(String script, String... words) throws IOException {
        var line = new ArrayList<>(List.of("/bin/sh", "-c", script));
        line.addAll(List.of(words));
        var process = new ProcessBuilder(line).start();
        started.add(process);
        return process;
    }
}
