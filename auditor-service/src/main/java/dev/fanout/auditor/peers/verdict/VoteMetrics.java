package dev.fanout.auditor.peers.verdict;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How the vote goes, for Prometheus. */
public final class VoteMetrics {
    private final MeterRegistry meters;
    private final Timer time;
    private final DistributionSummary received;
    private final DistributionSummary sent;

    public VoteMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.time = Timer.builder("fanout.auditor.vote.time")
                .description("from the close of a window to its final verdict")
                .register(meters);
        this.received = bytes("received");
        this.sent = bytes("sent");
    }

    private DistributionSummary bytes(String way) {
        return DistributionSummary.builder("fanout.auditor.vote.messages")
                .description("messages between peers")
                .baseUnit("bytes")
                .tag("way", way)
                .register(meters);
    }

    public void sent(long bytes) {
        sent.record(bytes);
    }

    public void received(long bytes) {
        received.record(bytes);
    }

    void decided(WindowVerdict verdict) {
        meters.counter("fanout.auditor.verdicts", "standing", verdict.standing()).increment();
        if (!verdict.isFinal()) return;
        if (verdict.closedAt() != null) time.record(Duration.between(verdict.closedAt(), verdict.decidedAt()));
        verdict.hosts().stream().flatMap(host -> host.dissent().stream()).forEach(this::count);
    }

    private void count(Dissent dissent) {
        dissent(dissent.auditor(), "missed").increment(dissent.missed());
        dissent(dissent.auditor(), "alone").increment(dissent.alone());
        dissent(dissent.auditor(), "counted_twice").increment(dissent.countedTwice());
        dissent(dissent.auditor(), "not_counted").increment(dissent.notCounted());
    }

    private Counter dissent(String auditor, String kind) {
        return Counter.builder("fanout.auditor.dissent")
                .description("views about which an auditor was wrong, by final verdicts")
                .tag("auditor", auditor)
                .tag("kind", kind)
                .register(meters);
    }

    public void caught(String auditor) {
        meters.counter("fanout.auditor.caught", "auditor", auditor).increment();
    }
}
