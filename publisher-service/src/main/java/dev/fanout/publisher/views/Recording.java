package dev.fanout.publisher.views;

import dev.fanout.events.ViewRecorded;
import dev.fanout.topology.Retention;
import dev.fanout.web.FieldError;
import dev.fanout.web.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What annotations cannot check. All or nothing: one bad view refuses the request. */
final class Recording {
    private Recording() {}

    static ViewRecorded of(NewView view, Instant now) {
        return all(List.of(view), _ -> "", now).getFirst();
    }

    static List<ViewRecorded> of(List<NewView> views, Instant now) {
        return all(views, "views[%d]."::formatted, now);
    }

    private static List<ViewRecorded> all(List<NewView> views, IntFunction<String> path, Instant now) {
        var errors = new ArrayList<FieldError>();
        var ids = new HashSet<UUID>();
        IntStream.range(0, views.size()).forEach(i -> {
            var view = views.get(i);
            if (view.isTooOld(now)) errors.add(new FieldError(path.apply(i) + "timestamp", tooOld()));
            // SNS would drop the second one without a word.
            if (view.eventId() != null && !ids.add(view.eventId()))
                errors.add(new FieldError(path.apply(i) + "event_id", "stands in this request twice"));
        });
        if (!errors.isEmpty()) throw ProblemException.invalid(errors);
        return views.stream().map(view -> view.recorded(now)).toList();
    }

    private static String tooOld() {
        return "must not be older than " + Retention.ACCEPTED.toDays()
                + " days: a repetition could no longer be told from a new view";
    }
}
