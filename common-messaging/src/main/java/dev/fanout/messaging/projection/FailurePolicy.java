package dev.fanout.messaging.projection;

import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition.DeadLetter;
import dev.fanout.messaging.pipeline.Disposition.Done;
import dev.fanout.messaging.pipeline.Disposition.Reason;
import dev.fanout.messaging.pipeline.Disposition.Retry;
import dev.fanout.messaging.pipeline.Errors;
import dev.fanout.messaging.pipeline.PipelineMetrics;
import dev.fanout.messaging.pipeline.Subscriber;
import dev.fanout.messaging.retry.Attempts;
import dev.fanout.messaging.retry.Backoff;
import dev.fanout.messaging.store.MarkerValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What shall become of an event, by what happened to it; and remembers what is done. */
final class FailurePolicy {
    private static final Logger log = LoggerFactory.getLogger(FailurePolicy.class);

    private final Subscriber subscriber;
    private final Attempts attempts;
    private final RecentlyProcessedCache recentlyProcessed;
    private final RepetitionDetector repetitions;
    private final Backoff backoff;
    private final PipelineMetrics metrics;

    FailurePolicy(Subscriber subscriber, Attempts attempts, RecentlyProcessedCache recentlyProcessed,
            RepetitionDetector repetitions, Backoff backoff,
            PipelineMetrics metrics) {
        this.subscriber = subscriber;
        this.attempts = attempts;
        this.recentlyProcessed = recentlyProcessed;
        this.repetitions = repetitions;
        this.backoff = backoff;
        this.metrics = metrics;
    }

    void done(List<PendingEvent> group, BatchOutcomes outcomes) {
        for (var pending : group) {
            recentlyProcessed.remember(pending);
            if (!pending.repetition()) metrics.done(pending.event());
            outcomes.decide(pending, new Done(pending.markerOnly() || pending.repetition()));
        }
        // Who failed before has been received before.
        var again = group.stream().filter(pending -> pending.delivery().receiveCount() > 1).map(PendingEvent::markerId)
                .toList();
        if (!again.isEmpty()) attempts.settled(again);
    }

    /** What is left to do: nothing, or the note that it was sent again. */
    Optional<PendingEvent> doneEarlier(PendingEvent pending, MarkerValue earlier, BatchOutcomes outcomes) {
        if (!earlier.hash().equals(pending.hash())) {
            var detail = pending.event().eventId() + " was done with another content";
            outcomes.decide(pending, new DeadLetter(Reason.CONFLICT, detail, 0));
            return Optional.empty();
        }
        recentlyProcessed.remember(pending, earlier);
        return noteOf(pending, earlier, outcomes);
    }

    private Optional<PendingEvent> noteOf(PendingEvent pending, MarkerValue earlier, BatchOutcomes outcomes) {
        try {
            var repetition = repetitions.of(pending, earlier);
            if (repetition.isEmpty()) outcomes.decide(pending, new Done(true));
            return repetition;
        } catch (RuntimeException e) {
            failed(pending, Errors.oneLine(e), outcomes);
            return Optional.empty();
        }
    }

    /** The event itself is to blame: that is an attempt. */
    void failed(PendingEvent pending, String error, BatchOutcomes outcomes) {
        int failed = attempts.failed(pending.markerId(), error);
        if (failed >= subscriber.maxAttempts()) {
            attempts.parked(pending.markerId());
            outcomes.decide(pending, new DeadLetter(Reason.EXHAUSTED, error, failed));
            return;
        }
        var delay = backoff.after(failed);
        log.info("{}: attempt {} of {} failed, next in {} ms: {}",
                pending.markerId(), failed, subscriber.maxAttempts(), delay.toMillis(), error);
        outcomes.decide(pending, new Retry(delay));
    }

    /** Nobody is to blame: no attempt is charged. */
    void postpone(PendingEvent pending, BatchOutcomes outcomes) {
        outcomes.postponeIfOpen(pending.index(), pending.delivery(), delayOf(pending.delivery()));
    }

    /** As {@link #postpone(PendingEvent, BatchOutcomes)}, for all that have no disposition yet. */
    void postpone(List<Delivery> deliveries, BatchOutcomes outcomes) {
        for (int i = 0; i < deliveries.size(); i++)
            outcomes.postponeIfOpen(i, deliveries.get(i), delayOf(deliveries.get(i)));
    }

    private Duration delayOf(Delivery delivery) {
        return backoff.after(delivery.receiveCount());
    }
}
