package dev.fanout.scenarios.simulate.traffic;

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
public record SimulatedTraffic(int seconds, boolean clean, List<SentView> sendings) {

    /** Messages a second. */
    public double rate() {
        return (double) sendings.size() / seconds;
    }

    /** A repetition says exactly what the first one said, its time included: otherwise it were another event. */
    public List<ViewRecorded> events(RunId run, Instant begin) {
        var told = new HashMap<Integer, ViewRecorded>();
        var events = new ArrayList<ViewRecorded>();
        for (int i = 0; i < sendings.size(); i++) {
            var due = begin.plus(Duration.ofNanos((long) (i / rate() * 1e9)));
            var sent = sendings.get(i);
            events.add(told.computeIfAbsent(sent.view(), _ -> sent.event(run, due)));
        }
        return List.copyOf(events);
    }

    /** The places of numbers below the one that their host sent before: what was exchanged, as sent times tell it. */
    public Set<Integer> exchanged() {
        var last = new HashMap<String, Long>();
        var exchanged = new HashSet<Integer>();
        for (int i = 0; i < sendings.size(); i++) {
            var sent = sendings.get(i);
            if (sent.is(AnomalyKind.DUPLICATE)) continue;
            var before = last.put(sent.host(), sent.sequence());
            if (before != null && before > sent.sequence()) exchanged.add(i);
        }
        return exchanged;
    }
}
