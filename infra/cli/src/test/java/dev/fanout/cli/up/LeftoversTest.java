package dev.fanout.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftoversTest {
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
    void a_service_left_behind_is_found_wherever_its_checkout_is() throws IOException {
        assertThat(Leftovers.onThisMachine().blocking(publisher)).isEmpty();

        var jar = "/elsewhere/publisher-LeftoversTest-exec.jar";
        var left = new ProcessBuilder("/bin/sh", "-c", "read _", jar).start();
        try {
            assertThat(Leftovers.onThisMachine().blocking(publisher))
                    .map(ProcessHandle::pid)
                    .contains(left.pid());
        } finally {
            left.destroy();
        }
    }
}
