package dev.fanout.messaging.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * Counts when nobody can know whether an action had its effect once or twice. One incident may show from both sides:
 * by who takes over, and by who finds its lease lost. They are counted apart.
 */
public final class InDoubtMetrics {
    private final Counter takenOver;
    private final Counter leaseLost;

    InDoubtMetrics(MeterRegistry meters, Tags tags) {
        takenOver = counter(meters, tags, "taken_over");
        leaseLost = counter(meters, tags, "lease_lost");
    }

    private static Counter counter(MeterRegistry meters, Tags tags, String because) {
        return Counter.builder("fanout.effects.in.doubt")
                .description("actions whose effect may have been had twice")
                .tags(tags.and("because", because))
                .register(meters);
    }

    /** Its last owner let the lease expire, with the effect or without. */
    public void takenOver() {
        takenOver.increment();
    }

    /** The lease went to somebody else while the action ran. */
    public void leaseLost() {
        leaseLost.increment();
    }
}
