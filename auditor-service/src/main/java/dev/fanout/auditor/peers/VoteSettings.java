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
 * @param enabled Whether this auditor takes part in the vote. {@code chaos-observer} never does.
 * @param peers Addresses of the auditors as host:port, separated by commas. Its own address may be among them.
 *     Without a value: this machine, at the ports of the topology.
 * @param dns DNS name and port as host:port, instead of the list. The first eight addresses of the name are the
 *     auditors'. It is looked up again all the time.
 * @param address Address as host:port at which this auditor tells its peers that it is. Without a value: localhost
 *     and the port of the service.
 * @param keys Folder with one folder for each auditor. The auditor writes its own public key there and reads those of
 *     its peers.
 * @param privateKey File with the auditor's own private key (Ed25519, PEM). It is made at the first start. Without a
 *     value: {@code NAME/NAME.key} in the folder of the keys.
 * @param patience How long after its close a window waits for all three claims before it shows a provisional verdict;
 *     0 or more.
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
