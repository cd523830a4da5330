package dev.fanout.messaging.core;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.messaging.Projection;
import java.time.Clock;

/** What a pipeline is made of. Everything that touches the world comes from outside. */
public record PipelineParts(
        Subscriber subscriber,
        Projection<Event> projection,
        EventCodec codec,
        Effects effects,
        Attempts attempts,
        Backoff backoff,
        Pauses pauses,
        Clock clock,
        PipelineMetrics metrics) {}
