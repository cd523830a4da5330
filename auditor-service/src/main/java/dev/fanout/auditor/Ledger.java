package dev.fanout.auditor;

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
class Ledger {
    static final String VIEWS = "views";
    /** Of a window: those of its views that came when it was closed. */
    static final String AFTER_CLOSE = "after_close";

    static final String HOSTS = "hosts";
    static final String BY_HOST = "by-host";
    static final String BY_CONTENT = "by-content";
    static final String BY_AD = "by-ad";

    /** Of all hosts together. */
    static final String ANOMALIES = "anomalies";
    static final String COUNT = "count";

    private final Service auditor;

    Ledger(Service auditor) {
        this.auditor = auditor;
    }

    String auditor() {
        return auditor.name();
    }

    /** What tells the order of what it hears. */
    Order.Rule order() {
        var inOrder = auditor.subscriptions().stream().allMatch(Subscription::inOrder);
        return inOrder ? Order::byArrival : Order::bySentTime;
    }

    Table entries() {
        return auditor.tables().getFirst();
    }

    Table counts() {
        return auditor.tables().get(1);
    }

    Table.Index byHost() {
        return entries().indexes().getFirst();
    }

    Table.Index byWindow() {
        return entries().indexes().getLast();
    }

    /** By the event id alone, so that the entry tells a repetition. */
    Key<Entry> entry(UUID eventId) {
        return new Key<>(entries(), eventId.toString(), Entry.class);
    }

    Key<Host> host(String hostId) {
        return new Key<>(counts(), HOSTS, hostId, Host.class);
    }

    Key<Repeated> repeated(UUID eventId) {
        return new Key<>(counts(), "repeated#" + eventId, Repeated.class);
    }

    Key<Closed> closed() {
        return new Key<>(counts(), "closed", Closed.class);
    }

    /** All views in the ledger. */
    Counter all() {
        return count("all", VIEWS);
    }

    Counter anomalies(AnomalyKind kind) {
        return count(ANOMALIES, kind.wireName());
    }

    /** Adds what looks wrong about a host that did not before to the sums of all hosts. */
    Changes difference(Changes changes, Host before, Host after) {
        var all = changes;
        for (var kind : AnomalyKind.values()) {
            var was = before.count(kind);
            var is = after.count(kind);
            all = all.add(anomalies(kind), COUNT, Saturated.difference(is, was))
                    .add(anomalies(kind), HOSTS, Long.signum(is) - Long.signum(was));
        }
        return all;
    }

    Key<Leading> leading() {
        return new Key<>(counts(), "leading", Leading.class);
    }

    Counter count(String dimension, String value) {
        return new Counter(counts(), dimension, value);
    }

    /** By the time that views claim. */
    Counter inWindow(Instant window, String dimension, String value) {
        return new Counter(counts(), partition(window), dimension + "#" + value);
    }

    static String partition(Instant window) {
        return "window#" + window;
    }
}
