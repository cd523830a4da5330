package dev.fanout.auditor.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.topology.Fanout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VoteSettingsTest {
    @Test
    void without_a_list_peers_are_on_this_machine_at_the_topologys_ports() {
        assertThat(settings(null).addresses(Fanout.TOPOLOGY)).isEqualTo("localhost[7084],localhost[7085],localhost[7086]");
    }

    @Test
    void a_list_is_taken_as_it_is() {
        assertThat(settings(List.of("a.example:1", "10.0.0.2:65535")).addresses(Fanout.TOPOLOGY))
                .isEqualTo("a.example[1],10.0.0.2[65535]");
    }

    @Test
    void a_peer_without_a_port_is_named() {
        assertThatThrownBy(() -> settings(List.of("a:1", "b"))).hasMessage("fanout.auditor.vote.peers: 'b' should be host:port");
    }

    private static VoteSettings settings(@Nullable List<String> peers) {
        return new VoteSettings(true, "127.0.0.1", null, peers, null, Path.of("keys"), null, Duration.ofSeconds(30));
    }
}
