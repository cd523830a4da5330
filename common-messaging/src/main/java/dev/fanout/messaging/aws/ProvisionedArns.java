package dev.fanout.messaging.aws;

import dev.fanout.topology.desired.Arns;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What AWS called the topics and queues that were made. */
final class ProvisionedArns implements Arns {
    private final Map<String, String> topics = new HashMap<>();
    private final Map<String, String> queues = new HashMap<>();

    void topic(String name, String arn) {
        topics.put(name, arn);
    }

    void queue(String name, String arn) {
        queues.put(name, arn);
    }

    @Override
    public String ofTopic(String name) {
        return Objects.requireNonNull(topics.get(name), name);
    }

    @Override
    public String ofQueue(String name) {
        return Objects.requireNonNull(queues.get(name), name);
    }
}
