package dev.fanout.messaging.publish;

import dev.fanout.events.OutboundMessage;
import dev.fanout.topology.Topic;
import java.util.List;

/** The way of events to a topic. */
@FunctionalInterface
public interface Publishing {
    /** In their order; says what was taken, and does not throw when the topic cannot be reached. */
    Published publish(Topic topic, List<OutboundMessage> announcements);
}
