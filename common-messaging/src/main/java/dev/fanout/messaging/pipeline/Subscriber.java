package dev.fanout.messaging.pipeline;

import dev.fanout.events.Event;
import dev.fanout.messaging.EventTimes;
import java.time.Duration;

/**
 * Who hears what, and how often it is tried.
 *
 * @param name goes into every marker, so that subscribers do not take each other's events for done
 * @param hears other events on its queue are not ours
 * @param maxAttempts at least 1
 * @param markerTtl how long markers are kept
 * @param times that an event may claim
 */
public record Subscriber(
        String name, Class<? extends Event> handles, int maxAttempts, Duration markerTtl, EventTimes times) {}
