package dev.fanout.auditor.ledger;

import dev.fanout.auditor.anomaly.HostProfile;
import dev.fanout.auditor.anomaly.RepeatedEvent;
import dev.fanout.auditor.anomaly.SendOrder;
import dev.fanout.auditor.window.ClosedUntil;
import dev.fanout.events.AnomalyKind;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Counter;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Saturated;
import dev.fanout.topology.Service;
import dev.fanout.topology.Subscription;
import dev.fanout.topology.Table;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where this auditor's own ledger is, and what stands beside it. */
@Component
public class Ledger {
    public static final String VIEWS = "views";
    /** Of a window: those of its views that came when it was closed. */
    public static final String AFTER_CLOSE = "after_close";

    public static final String HOSTS = "hosts";
    public static final String BY_HOST = "by-host";
    public static final String BY_CONTENT = "by-content";
    public static final String BY_AD = "by-ad";

    /** Of all hosts together. */
    static final String ANOMALIES = "anomalies";
    static final String COUNT = "count";

    private final Service auditor;

    public Ledger(Service auditor) {
        this.auditor = auditor;
    }

    public String auditor() {
        return auditor.name();
    }

    /** What tells the order of what it hears. */
    public SendOrder.Rule order() {
        var inOrder = auditor.subscriptions().stream().allMatch(Subscription::inOrder);
        return inOrder ? SendOrder::byArrival : SendOrder::bySentTime;
    }

    public Table entries() {
        return auditor.table("ledger");
    }

    public Table counts() {
        return auditor.table("counts");
    }

    public Table.Index byHost() {
        return entries().indexes().getFirst();
    }

    Table.Index byWindow() {
        return entries().indexes().getLast();
    }

    /** By the event id alone, so that the entry tells a repetition. */
    public Key<LedgerEntry> entry(UUID eventId) {
        return new Key<>(entries(), eventId.toString(), LedgerEntry.class);
    }

    public Key<HostProfile> host(String hostId) {
        return new Key<>(counts(), HOSTS, hostId, HostProfile.class);
    }

    Key<RepeatedEvent> repeated(UUID eventId) {
        return new Key<>(counts(), "repeated#" + eventId, RepeatedEvent.class);
    }

    public Key<ClosedUntil> closed() {
        return new Key<>(counts(), "closed", ClosedUntil.class);
    }

    /** All views in the ledger. */
    public Counter all() {
        return count("all", VIEWS);
    }

    Counter anomalies(AnomalyKind kind) {
        return count(ANOMALIES, kind.wireName());
    }

    /** Adds what looks wrong about a host that did not before to the sums of all hosts. */
    Changes difference(Changes changes, HostProfile before, HostProfile after) {
        var all = changes;
        for (var kind : AnomalyKind.values()) {
            var was = before.count(kind);
            var is = after.count(kind);
            all = all.add(anomalies(kind), COUNT, Saturated.difference(is, was))
                    .add(anomalies(kind), HOSTS, Long.signum(is) - Long.signum(was));
        }
        return all;
    }

    Key<TopHosts> leading() {
        return new Key<>(counts(), "leading", TopHosts.class);
    }

    Counter count(String dimension, String value) {
        return new Counter(counts(), dimension, value);
    }

    /** By the time that views claim. */
    public Counter inWindow(Instant window, String dimension, String value) {
        return new Counter(counts(), partition(window), dimension + "#" + value);
    }

    public static String partition(Instant window) {
        return "window#" + window;
    }
}
