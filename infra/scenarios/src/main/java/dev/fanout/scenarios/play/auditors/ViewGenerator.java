package dev.fanout.scenarios.play.auditors;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.fanout.events.ViewRecorded;
import dev.fanout.scenarios.produce.MessageSink;
import dev.fanout.scenarios.produce.SendRate;
import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.topology.Fanout;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Hosts that show contents in turn, at an even pace; and the truth about what they have shown. */
final class ViewGenerator {
    /** All is shown in so many parts. */
    static final int PARTS = 3;

    private static final int HOSTS = 4;
    private static final int SEED = 12;

    private final int views;
    private final SendRate rate;
    private final Random random = new Random(SEED);
    private final List<ViewRecorded> shown = new ArrayList<>();

    /** Who publishes views. */
    interface Sender {
        void send(List<ViewRecorded> views) throws InterruptedException;
    }

    /** @param during how long all parts take together */
    ViewGenerator(int views, Duration during) {
        this.views = views;
        this.rate = new SendRate(views / (double) during.toSeconds(), MessageSink.MAX_BATCH);
    }

    /** Each view claims the moment at which it is sent: one that is kept waiting is not late for that. */
    void showPart(Sender to) throws InterruptedException {
        var before = shown.size();
        var after = Math.min(before + Math.ceilDiv(views, PARTS), views);
        var begin = System.nanoTime();
        while (shown.size() < after) {
            rate.await(begin, shown.size() - before);
            var next = next(Math.min(rate.batch(), after - shown.size()), Instant.now());
            to.send(next);
            shown.addAll(next);
        }
    }

    private List<ViewRecorded> next(int count, Instant now) {
        var from = shown.size();
        var claimed = now.truncatedTo(ChronoUnit.MILLIS);
        return IntStream.range(from, from + count).mapToObj(i -> view(i, claimed)).toList();
    }

    private ViewRecorded view(int number, Instant now) {
        return new ViewRecorded(
                WorkPlan.id(random), "host-" + (1 + number % HOSTS), oneOf(Fanout.CATALOGUE.contents()),
                oneOf(Fanout.CATALOGUE.ads()), now, null);
    }

    private String oneOf(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    Set<String> ids() {
        return shown.stream().map(view -> view.eventId().toString()).collect(toSet());
    }

    Map<String, Long> byHost() {
        return shown.stream().collect(groupingBy(ViewRecorded::hostId, TreeMap::new, counting()));
    }

    /** The starts of those in which something was shown. */
    Set<Instant> windows(Duration length) {
        var seconds = length.toSeconds();
        return shown.stream()
                .map(view -> Instant.ofEpochSecond(view.timestamp().getEpochSecond() / seconds * seconds))
                .collect(toSet());
    }
}
