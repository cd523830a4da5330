package dev.fanout.messaging.core;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.messaging.Action;
import java.time.Clock;

/** What a pipeline for actions is made of. Everything that touches the world comes from outside. */
public record ActionParts(
        Subscriber subscriber,
        Action<Event> action,
        EventCodec codec,
        Leases leases,
        Effects effects,
        LeaseTimes times,
        Heart heart,
        Visibility visibility,
        Backoff backoff,
        Pauses pauses,
        Clock clock,
        PipelineMetrics metrics) {}
