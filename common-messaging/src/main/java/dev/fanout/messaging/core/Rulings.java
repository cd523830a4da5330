package dev.fanout.messaging.core;

import dev.fanout.messaging.core.Verdict.Done;
import dev.fanout.messaging.core.Verdict.Park;
import dev.fanout.messaging.core.Verdict.Reason;
import dev.fanout.messaging.core.Verdict.Retry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What shall become of an event, by what happened to it; and remembers what is done. */
final class Rulings {
    private static final Logger log = LoggerFactory.getLogger(Rulings.class);

    private final Subscriber subscriber;
    private final Attempts attempts;
    private final Known known;
    private final Backoff backoff;
    private final PipelineMetrics metrics;

    Rulings(Subscriber subscriber, Attempts attempts, Known known, Backoff backoff, PipelineMetrics metrics) {
        this.subscriber = subscriber;
        this.attempts = attempts;
        this.known = known;
        this.backoff = backoff;
        this.metrics = metrics;
    }

    void done(List<Work> group, Fates fates) {
        for (var work : group) {
            known.remember(work);
            metrics.done(work.event());
            fates.decide(work, new Done(work.markerOnly()));
        }
        // Who failed before has been received before.
        var again = group.stream().filter(work -> work.delivery().receiveCount() > 1).map(Work::markerId).toList();
        if (!again.isEmpty()) attempts.settled(again);
    }

    /** @param hash of the event that was done under this id */
    void doneEarlier(Work work, String hash, Fates fates) {
        if (hash.equals(work.hash())) {
            known.remember(work);
            fates.decide(work, new Done(true));
        } else {
            var detail = work.event().eventId() + " was done with another content";
            fates.decide(work, new Park(Reason.CONFLICT, detail, 0));
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
