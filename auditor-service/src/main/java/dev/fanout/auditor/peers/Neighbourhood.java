package dev.fanout.auditor.peers;

import dev.fanout.topology.Service;
import dev.fanout.topology.Topology;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collections;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The peers, from the moment on when this auditor could join them. Before, everything that is sent is lost. */
final class Neighbourhood implements Peers {
    private final VoteSettings settings;
    private final Service auditor;
    private final Topology topology;
    private final VoteMetrics metrics;
    private volatile @Nullable Cluster cluster;

    Neighbourhood(
            VoteSettings settings, Service auditor, Topology topology, VoteMetrics metrics, MeterRegistry meters) {
        this.settings = settings;
        this.auditor = auditor;
        this.topology = topology;
        this.metrics = metrics;
        Gauge.builder("fanout.auditor.peers", this, it -> it.visible().size())
                .description("other auditors that can be seen")
                .register(meters);
    }

    /** @throws CannotJoin where nobody can listen at its address, among others */
    void join(Consumer<byte[]> inbox) throws InterruptedException {
        close();
        var addresses = settings.addresses(topology);
        cluster = Cluster.join(auditor.name(), settings, settings.portOf(auditor), addresses, message -> {
            metrics.received(message.length);
            inbox.accept(message);
        });
    }

    @Override
    public void send(String to, byte[] message) {
        var joined = cluster;
        if (joined != null) joined.send(to, message);
    }

    @Override
    public SortedSet<String> visible() {
        var joined = cluster;
        return joined == null ? Collections.emptySortedSet() : joined.visible();
    }

    @Override
    public void close() {
        var joined = cluster;
        if (joined != null) joined.close();
        cluster = null;
    }
}
