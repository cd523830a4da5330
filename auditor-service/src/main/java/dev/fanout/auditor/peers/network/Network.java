package dev.fanout.auditor.peers.network;

import dev.fanout.auditor.vote.Seal;
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
public final class Network implements Peers {
    /** Where frames are posted. */
    public static final String PATH = "/peers/frames";

    private final String self;
    private final List<String> others;
    private final Places places;
    private final Clock clock;
    private volatile @Nullable Joined joined;

    public Network(String self, List<String> others, Places places, Clock clock, MeterRegistry meters) {
        this.self = self;
        this.others = others;
        this.places = places;
        this.clock = clock;
        Gauge.builder("fanout.auditor.peers", this, it -> it.visible().size())
                .description("other auditors that can be seen")
                .register(meters);
    }

    private record Joined(Membership members, Reception reception) {}

    /**
     * @param address where its peers are told that this auditor is
     * @param inbox takes a sender's message; false where it does not fit
     */
    public void join(Seal seal, Address address, BiPredicate<String, byte[]> inbox) {
        close();
        var introductions =
                new Introductions(Introduction.of(self, address, clock.millis(), seal), others, seal, clock);
        var speaker = new Speaker(self, seal, introductions, clock);
        joined = new Joined(
                new Membership(self, others, places, introductions, speaker),
                new Reception(self, others, seal, speaker, introductions, inbox, clock));
    }

    /**
     * What somebody has posted.
     *
     * @return the answer; nothing, if the message waits for the vote now
     * @throws dev.fanout.web.ProblemException where it is not taken
     */
    public Optional<byte[]> receive(byte[] frame) {
        var now = joined;
        if (now == null) throw Reception.later("This auditor does not vote yet");
        return now.reception.receive(frame);
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
