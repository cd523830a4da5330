package dev.fanout.analytics;

import dev.fanout.messaging.Page;
import dev.fanout.messaging.Span;
import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.Sum;
import dev.fanout.messaging.listing.Count;
import dev.fanout.messaging.listing.Largest;
import dev.fanout.messaging.listing.Others;
import dev.fanout.messaging.listing.Ranking;
import dev.fanout.messaging.listing.Reader;
import dev.fanout.messaging.listing.Snapshot;
import dev.fanout.messaging.listing.Taken;
import dev.fanout.topology.Fanout;
import dev.fanout.web.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What was counted of views. There may be millions of hosts, as whoever publishes views likes. */
@Component
class ViewCounts {
    /** Clocks of hosts are ahead of ours by no more, if they are right. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final StateStore state;
    private final Clock clock;
    private final Snapshot<Totals> totals;

    ViewCounts(StateStore state, Clock clock) {
        this.state = state;
        this.clock = clock;
        this.totals = new Snapshot<>(this::read, new Reader(), clock);
    }

    record Totals(Largest<Count> hosts, Largest<Count> contents, Largest<Count> ads) {
        Totals first(int limit) {
            return new Totals(hosts.first(limit), contents.first(limit), ads.first(limit));
        }

        /** What each of them leaves out, by its name in an answer. */
        Map<String, Others> others() {
            return Others.where(Map.of("by_host", hosts, "by_content", contents, "by_ad", ads));
        }
    }

    Optional<Taken<Totals>> totals() {
        return totals.get();
    }

    /** By the start of the minute: those of the last ones, and the one that may have begun where a host is. */
    Map<String, Long> perMinute(int minutes) {
        var now = clock.instant();
        var last = now.plus(SKEW).truncatedTo(ChronoUnit.MINUTES);
        var span = Span.from(minute(now.minus(Duration.ofMinutes(minutes)))).upTo(minute(last.plus(SKEW)));
        var counts = new TreeMap<String, Long>();
        walk(Sums.VIEWS_PER_MINUTE, span, sum -> counts.put(sum.name(), sum.count(Sums.COUNT)));
        return counts;
    }

    /** In the order of their names. */
    Page<Count> page(String partition, Optional<String> after, int limit) {
        return state.sums(Fanout.ANALYTICS, partition, Span.ALL.goingOn(after), limit)
                .map(sum -> new Count(sum.name(), sum.count(Sums.COUNT)));
    }

    private Totals read() {
        return new Totals(
                largest(Sums.VIEWS_BY_HOST), largest(Sums.VIEWS_BY_CONTENT), largest(Sums.VIEWS_BY_AD));
    }

    private Largest<Count> largest(String partition) {
        var ranking = new Ranking<Count>(Limit.MOST);
        walk(partition, Span.ALL, sum -> ranking.add(new Count(sum.name(), sum.count(Sums.COUNT))));
        return ranking.largest();
    }

    private void walk(String partition, Span span, Consumer<Sum> each) {
        Page.walk(span, part -> state.sums(Fanout.ANALYTICS, partition, part, StateStore.LARGEST_PAGE), each);
    }

    private static String minute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
