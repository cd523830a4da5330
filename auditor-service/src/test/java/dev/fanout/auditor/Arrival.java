package dev.fanout.auditor;

import dev.fanout.auditor.anomaly.SendOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A view as a queue hands it out.
 *
 * @param event the same for what is sent twice
 * @param millis when it was sent, after noon
 */
public record Arrival(long event, long number, long millis) {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    public static Arrival of(long number, long millis) {
        return new Arrival(number, number, millis);
    }

    public static List<Arrival> oneByOne(List<Long> numbers) {
        return IntStream.range(0, numbers.size()).mapToObj(i -> new Arrival(i, numbers.get(i), i)).toList();
    }

    public Arrival again(long later) {
        return new Arrival(event, number, millis + later);
    }

    public static long outOfOrder(List<Arrival> arrivals, SendOrder.Rule rule) {
        var order = SendOrder.UNHEARD_OF;
        var heard = new HashSet<Long>();
        long count = 0;
        for (var next : arrivals) {
            var step = next.at(order, rule, heard.add(next.event));
            if (step.after().newest().size() > SendOrder.REMEMBERED) throw new AssertionError("too much is remembered");
            order = step.after();
            count += step.outOfOrder();
        }
        return count;
    }

    private SendOrder.Step at(SendOrder order, SendOrder.Rule rule, boolean first) {
        var sentAt = NOON.plusMillis(millis);
        return first ? rule.next(order, number, sentAt) : order.sentBefore(number, sentAt);
    }

    public static <T> List<T> shuffled(List<T> list, Random random) {
        var other = new ArrayList<>(list);
        Collections.shuffle(other, random);
        return other;
    }

    private record Delayed(double until, Arrival arrival) {}

    /** @param by so many at most come before one that was sent before them */
    public static List<Arrival> delayed(List<Arrival> sent, int by, Random random) {
        return IntStream.range(0, sent.size())
                .mapToObj(i -> new Delayed(i + random.nextDouble(by), sent.get(i)))
                .sorted(Comparator.comparingDouble(Delayed::until))
                .map(Delayed::arrival)
                .toList();
    }
}
