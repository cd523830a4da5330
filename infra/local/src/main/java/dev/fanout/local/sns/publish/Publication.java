package dev.fanout.local.sns.publish;

import dev.fanout.local.sns.message.Message;
import dev.fanout.local.sns.registry.Topic;
import java.util.List;

/**
 * Messages on their way to whoever hears a topic.
 *
 * @param origin how the publisher reaches us: links to us begin with it
 */
public record Publication(Topic topic, List<Message> messages, String origin) {
    Publication with(List<Message> others) {
        return new Publication(topic, others, origin);
    }
}
