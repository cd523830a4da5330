package dev.fanout.messaging.core;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** What was done lately, in memory: a repetition costs no call. Not knowing is never wrong, only slower. */
final class Known {
    private static final int LATELY = 20_000;

    private final Cache<String, DoneBy> events = Caffeine.newBuilder().maximumSize(LATELY).build();
    private final Cache<String, String> facts = Caffeine.newBuilder().maximumSize(LATELY).build();

    void remember(Work work) {
        remember(work, DoneBy.of(work));
    }

    /** That it was done earlier, and by what. */
    void remember(Work work, DoneBy by) {
        events.put(work.markerId(), by);
        work.businessId().ifPresent(fact -> facts.put(fact, work.markerId()));
    }

    Optional<DoneBy> earlier(Work work) {
        return Optional.ofNullable(events.getIfPresent(work.markerId()));
    }

    /** By another event under the same business key. */
    boolean isDoneByAnother(Work work) {
        return work.businessId()
                .map(facts::getIfPresent)
                .filter(by -> !by.equals(work.markerId()))
                .isPresent();
    }
}
