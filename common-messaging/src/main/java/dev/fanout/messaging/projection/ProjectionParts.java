package dev.fanout.messaging.projection;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.pipeline.PipelineMetrics;
import dev.fanout.messaging.pipeline.Subscriber;
import dev.fanout.messaging.retry.Attempts;
import dev.fanout.messaging.retry.Backoff;
import dev.fanout.messaging.retry.Sleeper;
import dev.fanout.messaging.store.EffectStore;
import java.time.Clock;

/** What a pipeline is made of. Everything that touches the world comes from outside. */
public record ProjectionParts(
        Subscriber subscriber,
        Projection<Event> projection,
        EventCodec codec,
        EffectStore effects,
        Attempts attempts,
        Backoff backoff,
        Sleeper sleeper,
        Clock clock,
        PipelineMetrics metrics) {}
