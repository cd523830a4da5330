package dev.fanout.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanout.messaging.Span;
import dev.fanout.messaging.StateStore;
import dev.fanout.topology.Fanout;
import dev.fanout.web.Cursor;
import dev.fanout.web.Limit;
import dev.fanout.web.NotYet;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks at what was counted. */
@RestController
class AnalyticsController {
    private final StateStore state;
    private final ViewCounts views;

    AnalyticsController(StateStore state, ViewCounts views) {
        this.state = state;
        this.views = views;
    }

    /** In the order of their names, as the table has it. */
    record Listing(
            Map<String, Long> views, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {}

    @GetMapping("/analytics/orders")
    OrderFigures orders() {
        var statuses = state.sums(Fanout.ANALYTICS, Sums.ORDERS, Span.ALL, StateStore.LARGEST_PAGE);
        return OrderFigures.of(statuses.items());
    }

    /** @param minutes how far {@code per_minute} goes back: it would grow for ever */
    @GetMapping("/analytics/views")
    ViewFigures views(
            @RequestParam(defaultValue = "60") @Min(1) @Max(1440) int minutes,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        var taken = views.totals().orElseThrow(NotYet::counted);
        var shown = taken.value().first(limit);
        return new ViewFigures(
                shown.hosts().total(), shown.hosts().sizes(), shown.contents().sizes(), shown.ads().sizes(),
                views.perMinute(minutes), shown.others(), taken.asOf());
    }

    @GetMapping("/analytics/views/hosts")
    Listing hosts(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        return listing(Sums.VIEWS_BY_HOST, after, limit);
    }

    @GetMapping("/analytics/views/contents")
    Listing contents(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        return listing(Sums.VIEWS_BY_CONTENT, after, limit);
    }

    @GetMapping("/analytics/views/ads")
    Listing ads(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Limit.USUAL) @Min(1) @Max(Limit.MOST) int limit) {
        return listing(Sums.VIEWS_BY_AD, after, limit);
    }

    private Listing listing(String partition, @Nullable String after, int limit) {
        var page = views.page(partition, Cursor.after(partition, after), limit);
        var counts = new LinkedHashMap<String, Long>();
        for (var count : page.items()) counts.put(count.name(), count.size());
        return new Listing(counts, Cursor.next(partition, page.next()));
    }
}
