package dev.fanout.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.cli.up.process.Installation;
import dev.fanout.cli.up.process.Program;
import dev.fanout.cli.up.process.StartFailed;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    @TempDir
    private Path home;

    private Installation installation = new Installation(Path.of(""), "1");

    @BeforeEach
    void everything_is_built() throws IOException {
        installation = new Installation(home, "1");
        jar("infra/local", "fanout-local-1-exec.jar");
        var modules = Fanout.TOPOLOGY.services().stream().map(Service::module).distinct().toList();
        for (var module : modules) jar(module, module + "-1-exec.jar");
    }

    @Test
    void the_stack_comes_first_and_then_every_service_of_the_topology() {
        var plan = Plan.of(Fanout.TOPOLOGY, _ -> true, installation);

        assertThat(plan.waves().getFirst()).extracting(Program::name).containsExactly("local");
        assertThat(plan.waves().getLast()).extracting(Program::name)
                .containsExactlyElementsOf(Fanout.TOPOLOGY.services().stream().map(Service::name).toList());
    }

    @Test
    void several_programs_run_from_one_jar_under_names_of_their_own() {
        var plan = Plan.of(Fanout.TOPOLOGY, each -> each.module().equals("auditor-service"), installation);

        assertThat(plan.services()).extracting(Program::name)
                .containsExactly("auditor-a", "auditor-b", "auditor-c", "chaos-observer");
        assertThat(plan.services()).allSatisfy(auditor ->
                assertThat(auditor.command()).contains("--spring.application.name=" + auditor.name()));
    }

    @Test
    void who_votes_listens_at_its_ports_and_finds_all_keys_in_one_folder() {
        var plan = Plan.of(Fanout.TOPOLOGY, Fanout.TOPOLOGY.voters()::contains, installation);

        assertThat(plan.services()).extracting(Program::ports)
                .containsExactly(List.of(8084, 18084), List.of(8085, 18085), List.of(8086, 18086));
        assertThat(plan.services()).allSatisfy(auditor ->
                assertThat(auditor.command()).contains("--fanout.auditor.vote.keys=" + installation.keys()));
    }

    @Test
    void the_stack_and_nobody_else_is_told_where_to_keep_its_data() {
        var plan = Plan.of(Fanout.TOPOLOGY, _ -> true, installation).keepingData(Path.of("kept"));

        assertThat(plan.waves().getFirst().getFirst().command())
                .endsWith("--data", Path.of("kept").toAbsolutePath().toString());
        assertThat(plan.services()).allSatisfy(service -> assertThat(service.command()).doesNotContain("--data"));
    }

    @Test
    void faults_can_be_switched_in_the_services_and_nowhere_else() {
        var plan = Plan.of(Fanout.TOPOLOGY, _ -> true, installation).withChaos();

        assertThat(plan.services()).allMatch(service -> service.command().contains("--fanout.chaos.enabled=true"));
        assertThat(plan.waves().getFirst().getFirst().command()).doesNotContain("--fanout.chaos.enabled=true");
    }

    @Test
    void a_service_gets_its_port_and_provisions() {
        var plan = Plan.of(Fanout.TOPOLOGY, each -> each.name().equals("inventory"), installation);

        assertThat(plan.services()).singleElement().satisfies(inventory -> {
            assertThat(inventory.ports()).containsExactly(8082, 18082);
            assertThat(inventory.command()).contains(
                    "--spring.application.name=inventory", "--server.port=8082", "--fanout.provision=true");
            assertThat(inventory.health()).hasToString("http://localhost:8082/actuator/health/readiness");
        });
    }

    @Test
    void all_jvms_take_the_options_of_the_house_and_a_module_may_overrule_them() throws IOException {
        Files.writeString(home.resolve("infra/jvm.options"), "# why\n-Xss512k\n\n-Xmx1m\n");
        Files.writeString(home.resolve("infra/local/jvm.options"), "-Xmx2m");
        var plan = Plan.of(Fanout.TOPOLOGY, _ -> true, installation);

        assertThat(plan.waves().getFirst()).singleElement()
                .satisfies(stack -> assertThat(stack.jvmOptions()).containsExactly("-Xss512k", "-Xmx1m", "-Xmx2m"));
        assertThat(plan.services())
                .allSatisfy(service -> assertThat(service.jvmOptions()).containsExactly("-Xss512k", "-Xmx1m"));
    }

    @Test
    void the_jar_of_an_older_version_is_passed_by() throws IOException {
        jar("publisher-service", "publisher-service-0-exec.jar");

        assertThat(installation.jarOf("publisher-service")).hasFileName("publisher-service-1-exec.jar");
    }

    @Test
    void what_is_not_built_is_named() {
        assertThatThrownBy(() -> installation.jarOf("loyalty-service"))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("loyalty-service is not built");
    }

    private void jar(String module, String name) throws IOException {
        Files.createFile(Files.createDirectories(home.resolve(module, "target")).resolve(name));
    }
}
