package dev.fanout.messaging.core;

import dev.fanout.messaging.core.Verdict.Done;
import dev.fanout.messaging.core.Verdict.Park;
import dev.fanout.messaging.core.Verdict.Reason;
import dev.fanout.messaging.core.Verdict.Retry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What shall become of an event, by what happened to it; and remembers what is done. */
final class Rulings {
    private static final Logger log = LoggerFactory.getLogger(Rulings.class);

    private final Subscriber subscriber;
    private final Attempts attempts;
    private final Known known;
    private final Repeats repeats;
    private final Backoff backoff;
    private final PipelineMetrics metrics;

    Rulings(Subscriber subscriber, Attempts attempts, Known known, Repeats repeats, Backoff backoff,
            PipelineMetrics metrics) {
        this.subscriber = subscriber;
        this.attempts = attempts;
        this.known = known;
        this.repeats = repeats;
        this.backoff = backoff;
        this.metrics = metrics;
    }

    void done(List<Work> group, Fates fates) {
        for (var work : group) {
            known.remember(work);
            if (!work.repetition()) metrics.done(work.event());
            fates.decide(work, new Done(work.markerOnly() || work.repetition()));
        }
        // Who failed before has been received before.
        var again = group.stream().filter(work -> work.delivery().receiveCount() > 1).map(Work::markerId).toList();
        if (!again.isEmpty()) attempts.settled(again);
    }

    /** What is left to do: nothing, or the note that it was sent again. */
    Optional<Work> doneEarlier(Work work, DoneBy earlier, Fates fates) {
        if (!earlier.hash().equals(work.hash())) {
            var detail = work.event().eventId() + " was done with another content";
            fates.decide(work, new Park(Reason.CONFLICT, detail, 0));
            return Optional.empty();
        }
        known.remember(work, earlier);
        return noteOf(work, earlier, fates);
    }

    private Optional<Work> noteOf(Work work, DoneBy earlier, Fates fates) {
        try {
            var repetition = repeats.of(work, earlier);
            if (repetition.isEmpty()) fates.decide(work, new Done(true));
            return repetition;
        } catch (RuntimeException e) {
            failed(work, Errors.oneLine(e), fates);
            return Optional.empty();
        }
    }

    /** The event itself is to blame: that is an attempt. */
    void failed(Work work, String error, Fates fates) {
        int failed = attempts.failed(work.markerId(), error);
        if (failed >= subscriber.maxAttempts()) {
            attempts.parked(work.markerId());
            fates.decide(work, new Park(Reason.EXHAUSTED, error, failed));
            return;
        }
        var delay = backoff.after(failed);
        log.info("{}: attempt {} of {} failed, next in {} ms: {}",
                work.markerId(), failed, subscriber.maxAttempts(), delay.toMillis(), error);
        fates.decide(work, new Retry(delay));
    }

    /** Nobody is to blame: no attempt is charged. */
    void postpone(Work work, Fates fates) {
        fates.postponeIfOpen(work.index(), work.delivery(), delayOf(work.delivery()));
    }

    /** As {@link #postpone(Work, Fates)}, for all that have no verdict yet. */
    void postpone(List<Delivery> deliveries, Fates fates) {
        for (int i = 0; i < deliveries.size(); i++)
            fates.postponeIfOpen(i, deliveries.get(i), delayOf(deliveries.get(i)));
    }

    private Duration delayOf(Delivery delivery) {
        return backoff.after(delivery.receiveCount());
    }
}
