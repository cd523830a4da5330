package dev.fanout.topology.desired;

import dev.fanout.topology.Prefix;
import dev.fanout.topology.Topic;
import java.util.Map;

/** @param attributes by SNS's names */
public record DesiredTopic(String name, Map<String, String> attributes) {
    private static final Map<String, String> FIFO = Map.of(
            "FifoTopic", "true",
            "ContentBasedDeduplication", "false",
            "FifoThroughputScope", "MessageGroup");

    static DesiredTopic of(Topic topic, Prefix prefix) {
        return new DesiredTopic(prefix.of(topic.name()), topic.fifo() ? FIFO : Map.of());
    }
}
