package dev.fanout.auditor.peers;

import dev.fanout.auditor.peers.network.Address;
import dev.fanout.auditor.peers.network.PeerAddresses;
import dev.fanout.auditor.peers.store.VoteTable;
import dev.fanout.auditor.vote.VoterSettings;
import dev.fanout.topology.Service;
import dev.fanout.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an auditor finds its peers, and how it signs.
 *
 * @param enabled whether it takes part at all
 * @param peers where the auditors are, as host:port, itself included or not; this machine, if none are set
 * @param dns a name whose addresses are the auditors', and their port, as host:port, instead of a list
 * @param address where it tells its peers that it is, as host:port; this machine, if none is set
 * @param keys the folder with a folder for each auditor, in which it lays out its public key
 * @param privateKey the file with the own private key, made at the first start; in its folder there, if none is set
 * @param patience so long after its close, a window that is not final shows what can be said of it
 */
@ConfigurationProperties("fanout.auditor.vote")
record VoteSettings(
        @DefaultValue("true") boolean enabled,
        @Nullable List<String> peers,
        @Nullable String dns,
        @Nullable String address,
        @DefaultValue("keys") Path keys,
        @Nullable Path privateKey,
        @DefaultValue("30s") Duration patience) {

    private static final String HERE = "localhost";

    /** @throws IllegalArgumentException where an address is not host:port */
    VoteSettings {
        if (peers != null) peers.forEach(peer -> address("peers", peer));
        if (dns != null) address("dns", dns);
        if (address != null) address("address", address);
    }

    PeerAddresses places(Topology topology) {
        if (dns != null) return new PeerAddresses(List.of(), Address.of(dns));
        if (peers != null && !peers.isEmpty()) return new PeerAddresses(peers.stream().map(Address::of).toList(), null);
        return new PeerAddresses(topology.voters().stream().map(voter -> new Address(HERE, voter.port())).toList(),
                null);
    }

    /** @param port where this auditor's own REST interface listens */
    Address own(int port) {
        return address == null ? new Address(HERE, port) : Address.of(address);
    }

    VoterSettings rules(String auditor, List<String> others) {
        var usual = VoterSettings.of(auditor, others);
        return new VoterSettings(auditor, others, usual.resend(), usual.slowestResend(), patience, VoteTable.KEPT);
    }

    /** Where the auditor keeps its own private key. */
    Path privateKeyOf(Service auditor) {
        return privateKey != null ? privateKey : keys.resolve(auditor.name(), auditor.name() + ".key");
    }

    /** Where it keeps the public keys that it has seen: beside its own, since nobody else writes there. */
    Path pinnedBy(Service auditor) {
        return privateKeyOf(auditor).resolveSibling("peers");
    }

    private static void address(String setting, String value) {
        try {
            Address.of(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("fanout.auditor.vote." + setting + ": " + e.getMessage(), e);
        }
    }
}
