package dev.fanout.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.cli.up.process.OrphanProcesses;
import dev.fanout.cli.up.process.Program;
import dev.fanout.testing.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    private final PortCheck check = new PortCheck(_ -> Optional.empty());

    @Test
    void a_free_port_is_no_complaint() {
        assertThat(check.complaints(plan(FreePorts.next(), FreePorts.next()))).isEmpty();
    }

    @Test
    void a_taken_port_is_named_with_what_to_do() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThat(check.complaints(plan(port, FreePorts.next()))).containsExactly(
                    "Taken: port %d, which publisher needs.".formatted(port),
                    "  To see by whom: ss -ltnp 'sport = :%1$d', on macOS: lsof -nP -iTCP:%1$d -sTCP:LISTEN"
                            .formatted(port),
                    "Nothing was started. Free the port, or start only the others: "
                            + "./fanout up --only inventory");
        }
    }

    @Test
    void a_port_taken_on_all_addresses_is_taken_too() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThat(Ports.isTaken(taken.getLocalPort())).isTrue();
        }
    }

    @Test
    void an_earlier_run_that_holds_the_port_is_named_by_its_pid() throws IOException {
        var self = ProcessHandle.current();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var plan = plan(taken.getLocalPort(), FreePorts.next());
            var complaints = new PortCheck(_ -> Optional.of(new OrphanProcesses.Blocker(self, true))).complaints(plan);

            assertThat(complaints).contains(
                    "  Another ./fanout up has it: stop that with Ctrl-C, or: kill " + self.pid());
        }
    }

    @Test
    void what_an_earlier_run_left_behind_is_named_by_its_pid_and_can_be_ended() throws IOException {
        var self = ProcessHandle.current();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var plan = plan(taken.getLocalPort(), FreePorts.next());
            var complaints = new PortCheck(_ -> Optional.of(new OrphanProcesses.Blocker(self, false))).complaints(plan);

            assertThat(complaints).contains(
                    "  A publisher without its ./fanout up has it (pid %d). To end it: kill %1$d".formatted(
                            self.pid()));
        }
    }

    private static Plan plan(int publisher, int inventory) {
        var services = List.of(program("publisher", publisher), program("inventory", inventory));
        return new Plan(List.of(List.of(), services));
    }

    private static Program program(String name, int port) {
        return new Program(name, List.of(port), URI.create("http://localhost:" + port), List.of());
    }
}
