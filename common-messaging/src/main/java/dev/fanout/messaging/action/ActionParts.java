package dev.fanout.messaging.action;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.messaging.Action;
import dev.fanout.messaging.lease.Heartbeat;
import dev.fanout.messaging.lease.LeaseStore;
import dev.fanout.messaging.lease.LeaseTimes;
import dev.fanout.messaging.pipeline.PipelineMetrics;
import dev.fanout.messaging.pipeline.Subscriber;
import dev.fanout.messaging.pipeline.Visibility;
import dev.fanout.messaging.retry.Backoff;
import dev.fanout.messaging.retry.Sleeper;
import dev.fanout.messaging.store.EffectStore;
import java.time.Clock;

/** What a pipeline for actions is made of. Everything that touches the world comes from outside. */
public record ActionParts(
        Subscriber subscriber,
        Action<Event> action,
        EventCodec codec,
        LeaseStore leases,
        EffectStore effects,
        LeaseTimes times,
        Heartbeat heartbeat,
        Visibility visibility,
        Backoff backoff,
        Sleeper sleeper,
        Clock clock,
        PipelineMetrics metrics) {}
