package dev.fanout.messaging.sqs;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.messaging.Action;
import dev.fanout.messaging.EventTimes;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.action.ActionParts;
import dev.fanout.messaging.action.ActionPipeline;
import dev.fanout.messaging.action.ActionReceiver;
import dev.fanout.messaging.lease.Heartbeat;
import dev.fanout.messaging.lease.LeaseStore;
import dev.fanout.messaging.lease.LeaseTimes;
import dev.fanout.messaging.pipeline.Interceptor;
import dev.fanout.messaging.pipeline.PipelineMetrics;
import dev.fanout.messaging.pipeline.Receiver;
import dev.fanout.messaging.pipeline.Subscriber;
import dev.fanout.messaging.pipeline.Visibility;
import dev.fanout.messaging.projection.GroupCommit;
import dev.fanout.messaging.projection.ProjectionParts;
import dev.fanout.messaging.projection.ProjectionPipeline;
import dev.fanout.messaging.retry.Attempts;
import dev.fanout.messaging.retry.Backoff;
import dev.fanout.messaging.store.EffectStore;
import dev.fanout.topology.Retention;
import dev.fanout.topology.Subscription;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Puts the pipeline behind a queue that its handler's kind asks for. */
record ReceiverFactory(
        Handlers handlers,
        EventCodec codec,
        EffectStore effects,
        Attempts attempts,
        LeaseStore leases,
        RetrySettings retries,
        Interceptor interceptor,
        EventTimes times,
        Clock clock,
        MeterRegistry meters) {
    Receiver of(Subscription subscription, Visibility visibility) {
        return interceptor.around(switch (interceptor.around(handlers.of(subscription))) {
            case Projection<Event> projection ->
                new GroupCommit(new ProjectionPipeline(parts(subscription, projection)), subscription.queue());
            case Action<Event> action -> new ActionReceiver(
                    new ActionPipeline(parts(subscription, action, visibility)));
        });
    }

    private ProjectionParts parts(Subscription subscription, Projection<Event> projection) {
        return new ProjectionParts(
                subscriber(subscription), projection, codec, effects, attempts, backoff(), Thread::sleep, clock,
                metrics(subscription));
    }

    private ActionParts parts(Subscription subscription, Action<Event> action, Visibility visibility) {
        return new ActionParts(
                subscriber(subscription), action, codec, leases, effects,
                LeaseTimes.below(subscription.visibility()), Heartbeat.ofThreads(), visibility, backoff(),
                Thread::sleep, clock, metrics(subscription));
    }

    private Subscriber subscriber(Subscription subscription) {
        return new Subscriber(
                subscription.subscriber(),
                subscription.topic().carries(),
                subscription.maxAttempts(),
                Retention.MARKER,
                times);
    }

    private Backoff backoff() {
        return new Backoff(retries.firstDelay(), retries.maxDelay(), RandomGenerator.getDefault());
    }

    private PipelineMetrics metrics(Subscription subscription) {
        return new PipelineMetrics(meters, subscription.subscriber(), subscription.topic().name(), clock);
    }
}
