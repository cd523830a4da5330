package dev.fanout.publisher.views;

import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.EventTimes;
import dev.fanout.topology.Retention;
import dev.fanout.web.FieldError;
import dev.fanout.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What annotations cannot check. All or nothing: one bad view refuses the request. */
@Component
final class ViewValidation {
    private static final String TOO_OLD = "must not be older than " + Retention.ACCEPTED.toDays()
            + " days: a repetition could no longer be told from a new view";

    private final EventTimes times;
    private final Clock clock;

    ViewValidation(EventTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** @throws ProblemException 400, which names each field that is wrong */
    List<ViewRecorded> of(ViewsRequest request) {
        var now = clock.instant();
        var errors = new ArrayList<FieldError>();
        var ids = new HashSet<UUID>();
        for (int i = 0; i < request.views().size(); i++) {
            var view = request.views().get(i);
            if (view.isTooOld(now)) errors.add(request.error(i, "timestamp", TOO_OLD));
            if (isTooFarAhead(view, now)) errors.add(request.error(i, "timestamp", times.rule()));
            // SNS would drop the second one without a word.
            if (view.eventId() != null && !ids.add(view.eventId()))
                errors.add(request.error(i, "event_id", "stands in this request twice"));
        }
        if (!errors.isEmpty()) throw ProblemException.invalid(errors);
        return request.views().stream().map(view -> view.recorded(now)).toList();
    }

    private boolean isTooFarAhead(NewView view, Instant now) {
        return view.timestamp() != null && times.isTooFarAhead(view.timestamp(), now);
    }
}
