package dev.fanout.auditor.peers;

import dev.fanout.auditor.vote.Settings;
import dev.fanout.topology.Service;
import dev.fanout.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an auditor finds its peers, and how it signs.
 *
 * @param enabled whether it takes part at all
 * @param bind the address, or one of JGroups' words for one (SITE_LOCAL, NON_LOOPBACK, …), where it listens for peers
 * @param port 1 to 65535; the topology's, if none is set
 * @param peers where the auditors are, as host:port, itself included or not; this machine, if none are set
 * @param dns a name whose addresses are the auditors', all at one port, instead of a list
 * @param keys the folder with the public keys of all three
 * @param privateKey the file with the own private key, made at the first start; in the same folder, if none is set
 * @param patience so long after its close, a window that is not final shows what can be said of it
 */
@ConfigurationProperties("fanout.auditor.vote")
record VoteSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("127.0.0.1") String bind,
        @Nullable Integer port,
        @Nullable List<String> peers,
        @Nullable String dns,
        @DefaultValue("keys") Path keys,
        @Nullable Path privateKey,
        @DefaultValue("30s") Duration patience) {

    /** @throws IllegalArgumentException where a peer is not host:port */
    VoteSettings {
        Optional.ofNullable(peers).stream().flatMap(List::stream).forEach(VoteSettings::mustBeAddress);
    }

    int portOf(Service auditor) {
        return port != null ? port : auditor.votePort().orElseThrow();
    }

    Settings rules(String auditor, List<String> others) {
        var usual = Settings.of(auditor, others);
        return new Settings(auditor, others, usual.resend(), usual.slowestResend(), patience, Shelf.KEPT);
    }

    KeyFolder keysOf(Service auditor) {
        return new KeyFolder(
                keys, privateKey != null ? privateKey : keys.resolve(auditor.name() + ".key"), auditor.name());
    }

    /** As JGroups writes a list of addresses. */
    String addresses(Topology topology) {
        var listed = peers == null || peers.isEmpty() ? onThisMachine(topology) : peers.stream();
        return String.join(",", listed.map(peer -> peer.replaceFirst(":(\\d+)$", "[$1]")).toList());
    }

    private static Stream<String> onThisMachine(Topology topology) {
        return topology.voters().stream().map(voter -> "localhost:" + voter.votePort().orElseThrow());
    }

    private static void mustBeAddress(String peer) {
        if (!peer.matches(".+:\\d{1,5}"))
            throw new IllegalArgumentException("fanout.auditor.vote.peers: '" + peer + "' should be host:port");
    }
}
