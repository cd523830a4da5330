package dev.fanout.scenarios.produce;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.events.OutboundMessage;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sends events until all are taken. What was not taken, or perhaps not, is sent again under the same id: harmless, and
 * the only way not to lose any.
 *
 * @param patience how long nothing may be taken before it gives up
 * @param progress hears after each call how many are taken
 */
public record Producer(MessageSink sink, SendRate rate, Duration patience, IntConsumer progress) {
    private static final long BETWEEN_TRIES_MILLIS = 300;
    /** Queues tell times in milliseconds: two that are so far apart never have the same. */
    private static final long APART_MILLIS = 2;

    /** What came of it. */
    public record Sent(int messages, int calls, int repeats, Duration took) {}

    public Sent produce(List<? extends Event> events) throws InterruptedException {
        return produce(events, Set.of());
    }

    /** @param apart the places of events that must have a later sent time than all before them */
    public Sent produce(List<? extends Event> events, Set<Integer> apart) throws InterruptedException {
        var codec = new EventCodec();
        var begin = System.nanoTime();
        int calls = 0;
        int repeats = 0;
        for (int from = 0, to; from < events.size(); from = to) {
            to = end(from, events.size(), apart);
            rate.await(begin, from);
            if (apart.contains(from)) Thread.sleep(APART_MILLIS);
            var tries = send(events.subList(from, to).stream().map(event -> said(event, codec)).toList());
            calls += tries;
            repeats += tries - 1;
            progress.accept(to);
        }
        return new Sent(events.size(), calls, repeats, Duration.ofNanos(System.nanoTime() - begin));
    }

    private int end(int from, int all, Set<Integer> apart) {
        var full = Math.min(from + rate.batch(), all);
        return IntStream.range(from + 1, full).filter(apart::contains).findFirst().orElse(full);
    }

    private int send(List<OutboundMessage> batch) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        var open = batch;
        for (int tries = 1; ; tries++) {
            var failure = "not taken";
            try {
                open = sink.send(open);
                if (open.isEmpty()) return tries;
            } catch (SdkException e) {
                if (isRefusal(e)) throw new ProducingFailed("%s refuses: %s".formatted(sink.name(), reason(e)));
                failure = reason(e);
            }
            if (System.nanoTime() > deadline)
                throw new ProducingFailed("%s took nothing for %d s: %s"
                        .formatted(sink.name(), patience.toSeconds(), failure));
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        }
    }

    /** What AWS itself says no to will not be taken the next time either. */
    private static boolean isRefusal(SdkException e) {
        return e instanceof AwsServiceException answer
                && answer.statusCode() / 100 == 4 && !answer.isThrottlingException();
    }

    private static String reason(SdkException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static OutboundMessage said(Event event, EventCodec codec) {
        return OutboundMessage.of(event, codec, "00-" + hex() + hex() + "-" + hex() + "-01");
    }

    private static String hex() {
        // an id of zeros is invalid
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
    }
}
