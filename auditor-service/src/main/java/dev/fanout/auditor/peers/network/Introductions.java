package dev.fanout.auditor.peers.network;

import dev.fanout.auditor.vote.message.Signer;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the others say that they are: the newest introduction of each that votes, and this auditor's own. */
final class Introductions {
    private static final Logger log = LoggerFactory.getLogger(Introductions.class);

    private final Introduction own;
    private final List<String> others;
    private final Signer signer;
    private final Clock clock;
    private final Map<String, Introduction> newest = new ConcurrentHashMap<>();

    Introductions(Introduction own, List<String> others, Signer signer, Clock clock) {
        this.own = own;
        this.others = others;
        this.signer = signer;
        this.clock = clock;
    }

    Introduction own() {
        return own;
    }

    Collection<Introduction> others() {
        return newest.values();
    }

    /** All that are known, this auditor's first. */
    byte[] list() {
        var all = new ArrayList<Introduction>();
        all.add(own);
        all.addAll(newest.values());
        return Introduction.list(all);
    }

    /** What somebody hands on, its own or another's. */
    void learn(ByteBuffer list) {
        try {
            Introduction.list(list).forEach(this::learn);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            log.debug("introductions that nobody understands: {}", e.toString());
        }
    }

    private void learn(Introduction told) {
        var known = newest.get(told.name());
        var isNews = others.contains(told.name()) && (known == null || told.since() > known.since());
        // One from the future would outlast all that its author says later.
        if (!isNews || told.since() > clock.millis() + ReplayGuard.FRESH.toMillis() || !told.isByItself(signer)) return;
        newest.merge(told.name(), told, (old, young) -> old.since() < young.since() ? young : old);
    }
}
