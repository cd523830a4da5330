package dev.fanout.auditor.peers.network;

import dev.fanout.auditor.vote.message.Signer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The peers, from the moment on when this auditor can sign. Before, everything that is sent is lost. */
public final class PeerNetwork implements Peers {
    /** Where frames are posted. */
    public static final String PATH = "/peers/frames";

    private final String self;
    private final List<String> others;
    private final PeerAddresses addresses;
    private final Clock clock;
    private volatile @Nullable Joined joined;

    public PeerNetwork(String self, List<String> others, PeerAddresses addresses, Clock clock, MeterRegistry meters) {
        this.self = self;
        this.others = others;
        this.addresses = addresses;
        this.clock = clock;
        Gauge.builder("fanout.auditor.peers", this, it -> it.visible().size())
                .description("other auditors that can be seen")
                .register(meters);
    }

    private record Joined(Membership members, FrameReceiver receiver) {}

    /**
     * @param address where its peers are told that this auditor is
     * @param inbox takes a sender's message; false where it does not fit
     */
    public void join(Signer signer, Address address, BiPredicate<String, byte[]> inbox) {
        close();
        var introductions =
                new Introductions(Introduction.of(self, address, clock.millis(), signer), others, signer, clock);
        var frameSigner = new FrameSigner(self, signer, introductions, clock);
        joined = new Joined(
                new Membership(self, others, addresses, introductions, frameSigner),
                new FrameReceiver(self, others, signer, frameSigner, introductions, inbox, clock));
    }

    /**
     * What somebody has posted.
     *
     * @return the answer; nothing, if the message waits for the vote now
     * @throws dev.fanout.web.ProblemException where it is not taken
     */
    public Optional<byte[]> receive(byte[] frame) {
        var now = joined;
        if (now == null) throw FrameReceiver.later("This auditor does not vote yet");
        return now.receiver.receive(frame);
    }

    @Override
    public void send(String to, byte[] message) {
        var now = joined;
        if (now != null) now.members.send(to, message);
    }

    @Override
    public SortedSet<String> visible() {
        var now = joined;
        return now == null ? Collections.emptySortedSet() : now.members.visible();
    }

    @Override
    public void close() {
        var now = joined;
        joined = null;
        if (now != null) now.members.close();
    }
}
