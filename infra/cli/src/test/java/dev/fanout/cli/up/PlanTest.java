package dev.fanout.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.topology.Fanout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    @TempDir
    private Path home;

    @BeforeEach
    void everything_is_built() throws IOException {
        jar("infra/local", "fanout-local-1-exec.jar", 1);
        for (var service : Fanout.TOPOLOGY.services()) {
            jar(service.module(), service.module() + "-1-exec.jar", 1);
        }
    }

    @Test
    void the_stack_comes_first_and_then_every_service_of_the_topology() {
        var plan = Plan.of(Fanout.TOPOLOGY, _ -> true, new Installation(home));

        assertThat(plan.waves().getFirst()).extracting(Program::name).containsExactly("local");
        assertThat(plan.waves().getLast()).extracting(Program::name)
                .containsExactly("publisher", "inventory", "analytics");
    }

    @Test
    void a_service_gets_its_port_and_provisions() {
        var plan = Plan.of(Fanout.TOPOLOGY, each -> each.name().equals("inventory"), new Installation(home));

        assertThat(plan.services()).singleElement().satisfies(inventory -> {
            assertThat(inventory.ports()).containsExactly(8082);
            assertThat(inventory.command()).contains("--server.port=8082", "--fanout.provision=true");
            assertThat(inventory.health()).hasToString("http://localhost:8082/actuator/health/readiness");
        });
    }

    @Test
    void of_two_versions_the_newer_jar_is_run() throws IOException {
        jar("publisher-service", "publisher-service-2-exec.jar", 2);

        assertThat(new Installation(home).jarOf("publisher-service"))
                .hasFileName("publisher-service-2-exec.jar");
    }

    @Test
    void what_is_not_built_is_named() {
        assertThatThrownBy(() -> new Installation(home).jarOf("email-service"))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("email-service is not built");
    }

    private void jar(String module, String name, int age) throws IOException {
        var target = Files.createDirectories(home.resolve(module, "target"));
        Files.setLastModifiedTime(Files.createFile(target.resolve(name)), FileTime.fromMillis(age * 1000L));
    }
}
