package dev.fanout.analytics;

import dev.fanout.messaging.StateStore;
import dev.fanout.topology.Fanout;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks at what was counted. */
@RestController
class AnalyticsController {
    private static final String ALL = "";

    private final StateStore state;
    private final Clock clock;

    AnalyticsController(StateStore state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    @GetMapping("/analytics/orders")
    OrderFigures orders() {
        return OrderFigures.of(state.sums(Fanout.ANALYTICS, Sums.ORDERS, ALL));
    }

    /** @param minutes how far {@code per_minute} goes back: it would grow for ever */
    @GetMapping("/analytics/views")
    ViewFigures views(@RequestParam(defaultValue = "60") @Min(1) @Max(1440) int minutes) {
        var since = clock.instant().minus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.MINUTES);
        var byHost = counts(Sums.VIEWS_BY_HOST, ALL);
        return new ViewFigures(
                byHost.values().stream().mapToLong(n -> n).sum(),
                byHost,
                counts(Sums.VIEWS_BY_CONTENT, ALL),
                counts(Sums.VIEWS_BY_AD, ALL),
                counts(Sums.VIEWS_PER_MINUTE, since.toString()));
    }

    private Map<String, Long> counts(String partition, String from) {
        var counts = new TreeMap<String, Long>();
        var sums = state.sums(Fanout.ANALYTICS, partition, from);
        sums.forEach((name, sum) ->
                counts.put(name, sum.getOrDefault(Sums.COUNT, BigDecimal.ZERO).longValueExact()));
        return counts;
    }
}
