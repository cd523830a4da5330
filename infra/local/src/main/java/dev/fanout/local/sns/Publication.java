package dev.fanout.local.sns;

import java.util.List;

/**
 * Messages on their way to whoever hears a topic.
 *
 * @param origin how the publisher reaches us: links to us begin with it
 */
record Publication(Topic topic, List<Message> messages, String origin) {
    Publication with(List<Message> others) {
        return new Publication(topic, others, origin);
    }
}
