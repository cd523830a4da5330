package dev.fanout.messaging;

import dev.fanout.events.Event;

/** What a subscriber does about events. Which of the two kinds it is depends on where its effect lives. */
public sealed interface Handler<E extends Event> permits Projection, Action {}
