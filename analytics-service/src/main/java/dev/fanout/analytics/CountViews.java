package dev.fanout.analytics;

import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.State;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Counts views by host, content and ad, and per minute of their own time. */
@Component
class CountViews implements Projection<ViewRecorded> {
    @Override
    public Changes fold(State state, ViewRecorded view) {
        var minute = view.timestamp().truncatedTo(ChronoUnit.MINUTES).toString();
        return Changes.NONE
                .add(Sums.of(Sums.VIEWS_BY_HOST, view.hostId()), Sums.COUNT, 1)
                .add(Sums.of(Sums.VIEWS_BY_CONTENT, view.contentId()), Sums.COUNT, 1)
                .add(Sums.of(Sums.VIEWS_BY_AD, view.adId()), Sums.COUNT, 1)
                .add(Sums.of(Sums.VIEWS_PER_MINUTE, minute), Sums.COUNT, 1);
    }
}
