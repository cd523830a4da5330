package dev.fanout.messaging.sqs;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.messaging.Action;
import dev.fanout.messaging.EventTimes;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.core.ActionParts;
import dev.fanout.messaging.core.ActionPipeline;
import dev.fanout.messaging.core.Actions;
import dev.fanout.messaging.core.Attempts;
import dev.fanout.messaging.core.Backoff;
import dev.fanout.messaging.core.Effects;
import dev.fanout.messaging.core.GroupCommit;
import dev.fanout.messaging.core.Heart;
import dev.fanout.messaging.core.Interceptor;
import dev.fanout.messaging.core.LeaseTimes;
import dev.fanout.messaging.core.Leases;
import dev.fanout.messaging.core.Pipeline;
import dev.fanout.messaging.core.PipelineMetrics;
import dev.fanout.messaging.core.PipelineParts;
import dev.fanout.messaging.core.Receiver;
import dev.fanout.messaging.core.Subscriber;
import dev.fanout.messaging.core.Visibility;
import dev.fanout.topology.Retention;
import dev.fanout.topology.Subscription;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Puts the pipeline behind a queue that its handler's kind asks for. */
record Receivers(
        Handlers handlers,
        EventCodec codec,
        Effects effects,
        Attempts attempts,
        Leases leases,
        RetrySettings retries,
        Interceptor interceptor,
        EventTimes times,
        Clock clock,
        MeterRegistry meters) {
    Receiver of(Subscription subscription, Visibility visibility) {
        return interceptor.around(switch (interceptor.around(handlers.of(subscription))) {
            case Projection<Event> projection ->
                new GroupCommit(new Pipeline(parts(subscription, projection)), subscription.queue());
            case Action<Event> action -> new Actions(new ActionPipeline(parts(subscription, action, visibility)));
        });
    }

    private PipelineParts parts(Subscription subscription, Projection<Event> projection) {
        return new PipelineParts(
                subscriber(subscription), projection, codec, effects, attempts, backoff(), Thread::sleep, clock,
                metrics(subscription));
    }

    private ActionParts parts(Subscription subscription, Action<Event> action, Visibility visibility) {
        return new ActionParts(
                subscriber(subscription), action, codec, leases, effects,
                LeaseTimes.below(subscription.visibility()), Heart.ofThreads(), visibility, backoff(),
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
