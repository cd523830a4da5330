package dev.fanout.topology.wanted;

import dev.fanout.topology.Prefix;
import dev.fanout.topology.Topic;
import java.util.Map;

/** @param attributes by SNS's names */
public record WantedTopic(String name, Map<String, String> attributes) {
    private static final Map<String, String> FIFO = Map.of(
            "FifoTopic", "true",
            "ContentBasedDeduplication", "false",
            "FifoThroughputScope", "MessageGroup");

    static WantedTopic of(Topic topic, Prefix prefix) {
        return new WantedTopic(prefix.of(topic.name()), topic.fifo() ? FIFO : Map.of());
    }
}
