package dev.fanout.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void nobody_gets_one_twice_and_something_can_listen_at_each() throws IOException {
        var ports = IntStream.range(0, 20).map(_ -> FreePorts.next()).boxed().toList();
        assertThat(ports).doesNotHaveDuplicates();
        for (var port : ports)
            try (var server = new ServerSocket(port)) {
                assertThat(server.isBound()).isTrue();
            }
    }
}
