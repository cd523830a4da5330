package dev.fanout.messaging.action;

import dev.fanout.messaging.ActionRejected;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.lease.Heartbeat;
import dev.fanout.messaging.lease.LeaseStore.Answer;
import dev.fanout.messaging.lease.LeaseStore.Lease;
import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition;
import dev.fanout.messaging.pipeline.Disposition.DeadLetter;
import dev.fanout.messaging.pipeline.Disposition.Done;
import dev.fanout.messaging.pipeline.Disposition.Reason;
import dev.fanout.messaging.pipeline.Disposition.Retry;
import dev.fanout.messaging.pipeline.Errors;
import dev.fanout.messaging.pipeline.EventDecoder;
import dev.fanout.messaging.pipeline.EventDecoder.Reading;
import dev.fanout.messaging.pipeline.InDoubtMetrics;
import dev.fanout.messaging.pipeline.OutageLogger;
import dev.fanout.messaging.store.EffectsUnavailable;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a delivery to an effect outside DynamoDB, and its disposition. Many threads may be in it, each with its own. */
public final class ActionPipeline {
    private static final Logger log = LoggerFactory.getLogger(ActionPipeline.class);

    private final ActionParts parts;
    private final EventDecoder reader;
    private final OutageLogger outage;
    private final ActionCompletion completion;
    private final InDoubtMetrics inDoubt;

    public ActionPipeline(ActionParts parts) {
        this.parts = parts;
        this.reader = new EventDecoder(parts.subscriber(), parts.codec(), parts.clock());
        this.outage = new OutageLogger(parts.subscriber().name() + ": writing effects", parts.clock());
        this.inDoubt = parts.metrics().doubts();
        this.completion = new ActionCompletion(
                parts.effects(), parts.leases(), parts.sleeper(), parts.backoff().random());
    }

    /** Returns when the effect is there and noted, or will not be now. */
    public Disposition receive(Delivery delivery) {
        parts.metrics().received(List.of(delivery));
        var disposition = disposition(delivery);
        parts.metrics().ruled(disposition);
        return disposition;
    }

    /** Keeps those that wait for their turn, until closed. */
    Heartbeat.Beating keep(FifoGroup group) {
        if (group.isOneAlone()) return () -> {};
        return parts.heartbeat().start(() -> group.keep(parts.visibility()), parts.times().beat());
    }

    private Disposition disposition(Delivery delivery) {
        try {
            var disposition = switch (reader.read(delivery)) {
                case Reading.Unfit unfit -> unfit.deadLetter();
                case Reading.Readable readable -> attempt(delivery, readable);
            };
            outage.worked();
            return disposition;
        } catch (EffectsUnavailable e) {
            outage.failed(String.valueOf(e.getMessage()));
            return new Retry(parts.backoff().after(delivery.receiveCount()));
        }
    }

    private Disposition attempt(Delivery delivery, Reading.Readable read) {
        return switch (take(read)) {
            case Answer.Done done when done.hash().equals(read.hash()) -> new Done(true);
            case Answer.Done _ ->
                new DeadLetter(Reason.CONFLICT, read.event().eventId() + " was done with another content", 0);
            // Not an attempt: its owner is at it. Should the owner die, somebody is here when the lease expires.
            case Answer.Held held -> new Retry(untilFree(held, delivery));
            case Answer.Exhausted exhausted -> {
                inDoubt.takenOver();
                yield new DeadLetter(Reason.EXHAUSTED, "every owner failed, or died at it", exhausted.attempts());
            }
            case Answer.Ours ours -> {
                if (ours.takenOver()) inDoubt.takenOver();
                yield perform(delivery, read, ours);
            }
        };
    }

    private Answer take(Reading.Readable read) {
        return parts.leases().take(read.markerId(), parts.times().lease(), parts.subscriber().maxAttempts());
    }

    /** Most owners are done long before their lease expires. */
    private Duration untilFree(Answer.Held held, Delivery delivery) {
        var left = Duration.between(parts.clock().instant(), held.until());
        var soon = parts.backoff().after(delivery.receiveCount());
        return left.isPositive() && left.compareTo(soon) < 0 ? left : soon;
    }

    private Disposition perform(Delivery delivery, Reading.Readable read, Answer.Ours ours) {
        var lease = ours.lease();
        var leaseKeeper = new LeaseKeeper(lease, delivery, parts, Thread.currentThread());
        Changes kept;
        try (var _ = parts.heartbeat().start(leaseKeeper::beat, parts.times().beat())) {
            kept = timed(read);
        } catch (ActionRejected e) {
            return leaseKeeper.end() ? fenceLost(lease) : rejected(lease, String.valueOf(e.getMessage()));
        } catch (Exception e) {
            return leaseKeeper.end() ? fenceLost(lease) : failed(ours, e);
        } finally {
            leaseKeeper.end();
            // The interrupt was for the action; this thread has more to do.
            var _ = Thread.interrupted();
        }
        return note(read, ours, kept);
    }

    private Disposition note(Reading.Readable read, Answer.Ours ours, Changes kept) {
        return switch (completion.write(ours.lease(), read.hash(), kept)) {
            case DONE -> {
                parts.metrics().done(read.event());
                yield new Done(false);
            }
            case LOST -> fenceLost(ours.lease());
            // Another attempt would have the effect again, and could not be noted either.
            case IMPOSSIBLE -> rejected(ours.lease(), "it is done, but what it keeps of it cannot be written");
        };
    }

    private Changes timed(Reading.Readable read) throws Exception {
        var start = System.nanoTime();
        try {
            return parts.action().perform(read.event());
        } finally {
            parts.metrics().folded(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Somebody else is at it, or has done it: what became of it is theirs to say. */
    private Disposition fenceLost(Lease lease) {
        inDoubt.leaseLost();
        log.warn("{}: lease lost while the action ran; its effect may be there twice", lease.markerId());
        return new Retry(parts.times().lease());
    }

    private Disposition rejected(Lease lease, String detail) {
        int failed = parts.leases().parked(lease, detail);
        return failed == 0 ? fenceLost(lease) : new DeadLetter(Reason.REJECTED, detail, failed);
    }

    /** Whether it was the last attempt is known before it is noted: so one write says both, behind the fence. */
    private Disposition failed(Answer.Ours ours, Exception e) {
        var error = Errors.oneLine(e);
        var last = ours.failed() + 1 >= parts.subscriber().maxAttempts();
        var lease = ours.lease();
        int failed = last ? parts.leases().parked(lease, error) : parts.leases().failed(lease, error);
        if (failed == 0) return fenceLost(lease);
        return last ? new DeadLetter(Reason.EXHAUSTED, error, failed) : again(lease, failed, error);
    }

    private Disposition again(Lease lease, int failed, String error) {
        var delay = parts.backoff().after(failed);
        log.info("{}: attempt {} of {} failed, next in {} ms: {}", lease.markerId(), failed,
                parts.subscriber().maxAttempts(), delay.toMillis(), error);
        return new Retry(delay);
    }
}
