package dev.fanout.topology.desired;

import dev.fanout.topology.Prefix;
import dev.fanout.topology.Subscription;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What leads from a topic to a queue.
 *
 * @param attributes by SNS's names
 */
public record DesiredSubscription(String topic, String queue, Map<String, String> attributes) {
    public static final String FILTER_POLICY = "FilterPolicy";

    static DesiredSubscription of(Subscription heard, Prefix prefix) {
        var attributes = new TreeMap<>(Map.of("RawMessageDelivery", "true"));
        if (!heard.filter().isEmpty())
            attributes.put(FILTER_POLICY, JsonMapper.shared().writeValueAsString(new TreeMap<>(heard.filter())));
        return new DesiredSubscription(prefix.of(heard.topic().name()), prefix.of(heard.queue()), attributes);
    }
}
