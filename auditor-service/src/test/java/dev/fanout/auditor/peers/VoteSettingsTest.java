package dev.fanout.auditor.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.auditor.peers.network.Address;
import dev.fanout.auditor.peers.network.PeerAddresses;
import dev.fanout.topology.Fanout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoteSettingsTest {
    @Test
    void without_a_list_peers_are_on_this_machine_at_their_services_own_ports() {
        assertThat(settings(null, null, null).places(Fanout.TOPOLOGY).list())
                .hasToString("[localhost:8084, localhost:8085, localhost:8086]");
    }

    @Test
    void a_list_is_taken_as_it_is() {
        assertThat(settings(List.of("a.example:1", "[::1]:65535"), null, null).places(Fanout.TOPOLOGY))
                .isEqualTo(new PeerAddresses(List.of(new Address("a.example", 1), new Address("[::1]", 65535)), null));
    }

    @Test
    void a_name_is_asked_instead_of_a_list() {
        assertThat(settings(List.of("a:1"), "auditors.example:8084", null).places(Fanout.TOPOLOGY))
                .isEqualTo(new PeerAddresses(List.of(), new Address("auditors.example", 8084)));
    }

    @Test
    void an_auditor_says_that_it_is_on_this_machine_if_it_is_not_told_otherwise() {
        assertThat(settings(null, null, null).own(8085)).hasToString("localhost:8085");
        assertThat(settings(null, null, "b.example:80").own(8085)).hasToString("b.example:80");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "b:", "b:0", "b:65536", "b:123456", ":1", "b c:1", "u@b:1", "b/x:1", "[:1",
            "1.2.3.400:1"})
    void a_peer_that_is_not_host_and_port_is_named(String peer) {
        assertThatThrownBy(() -> settings(List.of("a:1", peer), null, null))
                .hasMessageStartingWith("fanout.auditor.vote.peers: ").hasMessageContaining("'" + peer + "'");
    }

    private static VoteSettings settings(@Nullable List<String> peers, @Nullable String dns, @Nullable String address) {
        return new VoteSettings(true, peers, dns, address, Path.of("keys"), null, Duration.ofSeconds(30));
    }
}
