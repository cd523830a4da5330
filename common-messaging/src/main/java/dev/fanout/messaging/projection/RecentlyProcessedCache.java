package dev.fanout.messaging.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fanout.messaging.store.MarkerValue;
import java.util.Optional;

/** What was done lately, in memory: a repetition costs no call. Not knowing is never wrong, only slower. */
final class RecentlyProcessedCache {
    private static final int MAX_ENTRIES = 20_000;

    private final Cache<String, MarkerValue> events = Caffeine.newBuilder().maximumSize(MAX_ENTRIES).build();
    private final Cache<String, String> facts = Caffeine.newBuilder().maximumSize(MAX_ENTRIES).build();

    void remember(PendingEvent pending) {
        remember(pending, pending.markerValue());
    }

    /** That it was done earlier, and by what. */
    void remember(PendingEvent pending, MarkerValue by) {
        events.put(pending.markerId(), by);
        pending.businessId().ifPresent(fact -> facts.put(fact, pending.markerId()));
    }

    Optional<MarkerValue> earlier(PendingEvent pending) {
        return Optional.ofNullable(events.getIfPresent(pending.markerId()));
    }

    /** By another event under the same business key. */
    boolean isDoneByAnother(PendingEvent pending) {
        return pending.businessId()
                .map(facts::getIfPresent)
                .filter(by -> !by.equals(pending.markerId()))
                .isPresent();
    }
}
