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

/** The containers follow the topology. */
class ContainerRulesTest {
    private static final Map<?, ?> CONTAINERS = (Map<?, ?>) Yamls.yaml("docker-compose.yml").get("services");

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
    void it_answers_to_the_names_of_this_machine_and_of_the_containers() {
        var names = Stream.concat(Stream.of("localhost", "127.0.0.1"), services().map(Service::name))
                .collect(Collectors.joining(","));
        assertThat(services()).allSatisfy(service ->
                assertThat(at(service.name(), "environment", "FANOUT_WEB_ALLOWEDHOSTS")).isEqualTo(names));
    }

    @Test
    void prometheus_scrapes_every_service() {
        var targets = Yamls.at(Yamls.yaml("infra/prometheus/prometheus.yml"), "scrape_configs", 0, "static_configs", 0, "targets");
        assertThat(targets).isEqualTo(
                services().map(service -> service.name() + ":" + service.managementPort()).toList());
    }

    private static String address(Service service) {
        return service.name() + ":" + service.port();
    }

    private static Object at(String container, Object... path) {
        return Yamls.at(CONTAINERS.get(container), path);
    }
}
