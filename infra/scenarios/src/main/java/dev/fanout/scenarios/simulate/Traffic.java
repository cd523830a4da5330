package dev.fanout.scenarios.simulate;

import dev.fanout.events.AnomalyKind;
import dev.fanout.events.ViewRecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is sent, in its order.
 *
 * @param seconds how long that takes
 * @param clean whether nothing was done to it
 */
public record Traffic(int seconds, boolean clean, List<Sending> sendings) {

    /** Messages a second. */
    double rate() {
        return (double) sendings.size() / seconds;
    }

    /** A repetition says exactly what the first one said, its time included: otherwise it were another event. */
    List<ViewRecorded> events(Run run, Instant begin) {
        var told = new HashMap<Integer, ViewRecorded>();
        var events = new ArrayList<ViewRecorded>();
        for (int i = 0; i < sendings.size(); i++) {
            var due = begin.plus(Duration.ofNanos((long) (i / rate() * 1e9)));
            var sending = sendings.get(i);
            events.add(told.computeIfAbsent(sending.view(), _ -> sending.event(run, due)));
        }
        return List.copyOf(events);
    }

    /** The places of numbers below the one that their host sent before: what was exchanged, as sent times tell it. */
    Set<Integer> exchanged() {
        var last = new HashMap<String, Long>();
        var exchanged = new HashSet<Integer>();
        for (int i = 0; i < sendings.size(); i++) {
            var sending = sendings.get(i);
            if (sending.is(AnomalyKind.DUPLICATE)) continue;
            var before = last.put(sending.host(), sending.sequence());
            if (before != null && before > sending.sequence()) exchanged.add(i);
        }
        return exchanged;
    }
}
