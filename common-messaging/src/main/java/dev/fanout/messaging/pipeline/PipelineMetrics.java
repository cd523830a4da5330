package dev.fanout.messaging.pipeline;

import dev.fanout.events.Event;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What one subscriber's pipeline tells Prometheus. */
public final class PipelineMetrics {
    private static final Duration[] AGES = Stream.of(50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 300_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final Tags tags;
    private final Clock clock;
    private final DistributionSummary groups;
    private final Timer folding;
    private final Timer age;
    private final Timer waited;

    public PipelineMetrics(MeterRegistry meters, String subscriber, String topic, Clock clock) {
        this.meters = meters;
        this.tags = Tags.of("subscriber", subscriber, "topic", topic);
        this.clock = clock;
        groups = DistributionSummary.builder("fanout.group.size")
                .description("events committed in one transaction")
                .tags(tags)
                .register(meters);
        folding = Timer.builder("fanout.handler")
                .description("time in the handler, for one group")
                .tags(tags)
                .register(meters);
        age = Timer.builder("fanout.event.age")
                .description("from an event's timestamp to its effect")
                .tags(tags)
                .serviceLevelObjectives(AGES)
                .register(meters);
        waited = Timer.builder("fanout.received")
                .description("what was received, and how long it had been in the queue; max is of the last minutes")
                .tags(tags)
                .register(meters);
    }

    /** For actions; shown from the start, at zero. */
    public InDoubtMetrics doubts() {
        return new InDoubtMetrics(meters, tags);
    }

    public void received(List<Delivery> deliveries) {
        var now = clock.instant();
        deliveries.forEach(delivery -> waited.record(notNegative(Duration.between(delivery.sentAt(), now))));
    }

    public void group(int events) {
        groups.record(events);
    }

    public void folded(Duration inHandler) {
        folding.record(inHandler);
    }

    public void done(Event event) {
        age.record(notNegative(Duration.between(event.timestamp(), clock.instant())));
    }

    /** Another machine's clock may be ahead of ours. */
    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    public void ruled(Disposition disposition) {
        meters.counter("fanout.processed", tags.and("outcome", outcome(disposition), "reason", reason(disposition)))
                .increment();
    }

    private static String outcome(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Done done -> done.duplicate() ? "duplicate" : "done";
            case Disposition.Retry _ -> "retried";
            case Disposition.DeadLetter _ -> "parked";
        };
    }

    private static String reason(Disposition disposition) {
        return disposition instanceof Disposition.DeadLetter deadLetter ? deadLetter.reason().name()
                .toLowerCase(Locale.ROOT) : "";
    }
}
