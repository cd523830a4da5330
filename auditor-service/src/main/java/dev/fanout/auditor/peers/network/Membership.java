package dev.fanout.auditor.peers.network;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines to all places where a peer may be, kept up to date. */
final class Membership implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Membership.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final String self;
    private final List<String> others;
    private final PeerAddresses addresses;
    private final Introductions introductions;
    private final FrameSigner frameSigner;
    private final FrameClient http = new FrameClient();
    private final Map<Address, PeerConnection> lines = new ConcurrentHashMap<>();
    private final Thread looking;
    private SortedSet<String> seen = new TreeSet<>();

    Membership(String self, List<String> others, PeerAddresses addresses, Introductions introductions,
            FrameSigner frameSigner) {
        this.self = self;
        this.others = others;
        this.addresses = addresses;
        this.introductions = introductions;
        this.frameSigner = frameSigner;
        this.looking = Thread.ofVirtual().name("peers of " + self).start(this::look);
    }

    private void look() {
        try {
            while (true) {
                keep(wanted(addresses.now()));
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException _) {
            lines.values().forEach(PeerConnection::close);
        }
    }

    /** An introduction is followed while nobody whom the deployment names answers as its author. */
    private Set<Address> wanted(List<Address> named) {
        var wanted = new HashSet<>(named);
        var found = peers(lines.values().stream().filter(connection -> named.contains(connection.address())).toList());
        introductions.others().stream()
                .filter(introduction -> !found.contains(introduction.name()))
                .map(Introduction::address)
                .forEach(wanted::add);
        wanted.remove(introductions.own().address());
        return wanted;
    }

    private void keep(Set<Address> wanted) {
        lines.values().stream()
                .filter(connection -> !connection.isOpen() || !wanted.contains(connection.address()))
                .forEach(this::close);
        for (var address : wanted)
            lines.computeIfAbsent(address, _ -> new PeerConnection(address, others, frameSigner, http, this::tell));
    }

    private void close(PeerConnection connection) {
        lines.remove(connection.address());
        connection.close();
        tell();
    }

    private synchronized void tell() {
        var now = visible();
        if (now.equals(seen)) return;
        seen = now;
        log.info("{} sees {}", self, now);
    }

    SortedSet<String> visible() {
        return peers(lines.values());
    }

    private static SortedSet<String> peers(Collection<PeerConnection> lines) {
        return lines.stream()
                .map(PeerConnection::peer)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Several lines, if several processes answer by that name: then each gets it. */
    void send(String to, byte[] message) {
        lines.values().stream()
                .filter(connection -> connection.peer().filter(to::equals).isPresent())
                .forEach(connection -> connection.send(message));
    }

    @Override
    public void close() {
        looking.interrupt();
        lines.values().forEach(PeerConnection::close);
        http.close();
    }
}
