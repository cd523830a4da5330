package dev.fanout.auditor;

import dev.fanout.messaging.Counter;
import dev.fanout.messaging.Key;
import dev.fanout.topology.Service;
import dev.fanout.topology.Table;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where this auditor's own ledger is, and what stands beside it. */
@Component
class Ledger {
    static final String VIEWS = "views";
    static final String BY_HOST = "by-host";
    static final String BY_CONTENT = "by-content";
    static final String BY_AD = "by-ad";

    private final Service auditor;

    Ledger(Service auditor) {
        this.auditor = auditor;
    }

    String auditor() {
        return auditor.name();
    }

    Table entries() {
        return auditor.tables().getFirst();
    }

    Table counts() {
        return auditor.tables().getLast();
    }

    Table.Index byHost() {
        return entries().indexes().getFirst();
    }

    /** By the event id alone, so that the entry tells a repetition. */
    Key<Entry> entry(UUID eventId) {
        return new Key<>(entries(), eventId.toString(), Entry.class);
    }

    Key<Host> host(String hostId) {
        return new Key<>(counts(), "host#" + hostId, Host.class);
    }

    Counter count(String dimension, String value) {
        return new Counter(counts(), dimension, value);
    }
}
