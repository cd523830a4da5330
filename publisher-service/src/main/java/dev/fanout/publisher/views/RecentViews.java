package dev.fanout.publisher.views;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fanout.web.FieldError;
import dev.fanout.web.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What this process has taken lately under ids of the clients' own. SNS drops a second view of an id without a word,
 * whatever it says; so a view that would never count is refused here. Another instance does not know of it, and neither
 * does anybody after the window: then the first one counts, and the other is a conflict in the dead-letter queues.
 */
@Component
final class RecentViews {
    /** In which a FIFO topic drops what has the same deduplication id (AWS). */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int MOST = 50_000;

    private final Cache<UUID, NewView> taken =
            Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(MOST).build();

    /**
     * Remembers all of them, or none.
     *
     * @return those that were not known, for {@link #forget}
     * @throws ProblemException 409, which names each view whose id another one has
     */
    List<NewView> remember(ViewsRequest request) {
        var errors = new ArrayList<FieldError>();
        var added = new ArrayList<NewView>();
        for (int i = 0; i < request.views().size(); i++) {
            var view = request.views().get(i);
            if (view.eventId() == null) continue;
            var known = taken.asMap().putIfAbsent(view.eventId(), view);
            if (known == null) added.add(view);
            else if (!view.mayBe(known)) errors.add(request.error(i, "event_id", "was used for another view"));
        }
        if (errors.isEmpty()) return added;
        forget(added);
        throw ProblemException.of(HttpStatus.CONFLICT, errors);
    }

    /** Nothing was done for them. */
    void forget(List<NewView> views) {
        views.forEach(view -> {
            if (view.eventId() != null) taken.asMap().remove(view.eventId(), view);
        });
    }
}
