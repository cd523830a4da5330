package dev.fanout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The containers follow the topology, and let out no more than they must. */
class ContainerRulesTest {
    private static final Map<?, ?> CONTAINERS = (Map<?, ?>) yaml("docker-compose.yml").get("services");
    private static final String PUBLISHED = "127\\.0\\.0\\.1:\\d+:\\d+";

    static Stream<Service> services() {
        return Fanout.TOPOLOGY.services().stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_service_of_the_topology_has_a_container_built_from_its_module(Service service) {
        assertThat(CONTAINERS.containsKey(service.name())).as(service.name()).isTrue();
        assertThat(at(service.name(), "build", "args", "MODULE")).isEqualTo(service.module());
    }

    @ParameterizedTest
    @MethodSource("services")
    void it_goes_by_its_name_where_several_share_a_module(Service service) {
        var own = service.module().equals(service.name() + "-service");
        assertThat(at(service.name(), "environment", "SPRING_APPLICATION_NAME")).isEqualTo(own ? null : service.name());
    }

    @ParameterizedTest
    @MethodSource("services")
    void it_listens_on_its_port_and_is_published_there(Service service) {
        assertThat(at(service.name(), "environment", "SERVER_PORT")).isEqualTo(service.port());
        assertThat(at(service.name(), "ports")).isEqualTo(List.of("127.0.0.1:%1$d:%1$d".formatted(service.port())));
    }

    @ParameterizedTest
    @MethodSource("services")
    void it_starts_when_the_stack_is_healthy(Service service) {
        assertThat(at(service.name(), "depends_on", "local", "condition")).isEqualTo("service_healthy");
    }

    @Test
    void who_votes_is_told_where_all_voters_are_and_where_it_is() {
        var voters = Fanout.TOPOLOGY.voters();
        var all = voters.stream().map(ContainerRulesTest::address).collect(Collectors.joining(","));
        assertThat(voters).allSatisfy(voter -> {
            assertThat(at(voter.name(), "environment", "FANOUT_AUDITOR_VOTE_PEERS")).isEqualTo(all);
            assertThat(at(voter.name(), "environment", "FANOUT_AUDITOR_VOTE_ADDRESS")).isEqualTo(address(voter));
        });
    }

    @Test
    void a_voter_can_write_its_own_keys_and_no_others() throws IOException {
        var image = Files.readString(Path.of("../../infra/docker/Dockerfile"));
        var voters = Fanout.TOPOLOGY.voters().stream().map(Service::name).toList();
        for (var voter : voters) {
            var keys = voters.stream().map(each ->
                    "%1$s-public:/keys/%1$s".formatted(each) + (each.equals(voter) ? "" : ":ro"));
            assertThat(at(voter, "volumes"))
                    .isEqualTo(Stream.concat(Stream.of(voter + ":/data"), keys).toList());
            assertThat(image).as("a volume's owner is the one of its place in the image").contains(" /keys/" + voter);
        }
    }

    @Test
    void prometheus_scrapes_every_service() {
        var targets = at(yaml("infra/prometheus/prometheus.yml"), "scrape_configs", 0, "static_configs", 0, "targets");
        assertThat(targets).isEqualTo(
                services().map(service -> service.name() + ":" + service.managementPort()).toList());
    }

    @Test
    void nothing_is_published_beyond_this_machine() {
        for (var file : List.of("docker-compose.yml", "infra/docker/localstack.yml", "infra/docker/floci.yml",
                "infra/docker/mailpit.yml")) {
            ((Map<?, ?>) yaml(file).get("services")).forEach((name, container) ->
                    assertThat(ports(container)).as("%s in %s", name, file).allMatch(port -> port.matches(PUBLISHED)));
        }
    }

    @Test
    void what_runs_our_programs_writes_nowhere_and_may_do_nothing() {
        CONTAINERS.forEach((name, container) -> {
            if (at(container, "build") == null) return;
            assertThat(at(container, "read_only")).as("%s: read-only", name).isEqualTo(true);
            assertThat(at(container, "cap_drop")).as("%s: capabilities", name).isEqualTo(List.of("ALL"));
        });
    }

    private static String address(Service service) {
        return service.name() + ":" + service.port();
    }

    private static List<String> ports(Object container) {
        return at(container, "ports") instanceof List<?> ports ? ports.stream().map(String::valueOf).toList() : List.of();
    }

    private static Object at(String container, Object... path) {
        return at(CONTAINERS.get(container), path);
    }

    /** Null, where there is nothing. */
    private static Object at(Object node, Object... path) {
        var found = node;
        for (var step : path) {
            found = switch (found) {
                case Map<?, ?> map -> map.get(step);
                case List<?> list when step instanceof Integer index -> list.get(index);
                case null, default -> null;
            };
        }
        return found;
    }

    private static Map<?, ?> yaml(String file) {
        try {
            // Compose's own tags, of what an override takes away, say nothing here.
            var text = Files.readString(Path.of("../..", file)).replaceAll("!(override|reset)", "");
            return new Yaml().load(text);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
