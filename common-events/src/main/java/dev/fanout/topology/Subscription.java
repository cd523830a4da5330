package dev.fanout.topology;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One subscriber's own queue on one topic, with its dead-letter queue.
 *
 * @param inOrder a FIFO queue: the order inside each message group is kept, at the price of throughput
 * @param filter SNS filter policy over message attributes: attribute to accepted values; empty hears all
 * @param visibility how long a received message stays invisible to others; also the longest that one group of effects
 *     may take
 * @param maxAttempts how often an event is tried before it is parked in the dead-letter queue, at least 1
 */
public record Subscription(
        String subscriber, Topic topic, boolean inOrder, Map<String, List<String>> filter, Duration visibility,
        int maxAttempts) {
    static final Duration DEFAULT_VISIBILITY = Duration.ofSeconds(30);

    /**
     * The queue's own limit, far above {@link #maxAttempts}: attempts are counted by event, since outages and failing
     * neighbours cost receives too. It is the backstop for a message that kills the process that reads it.
     */
    public static final int MAX_RECEIVES = 100;

    static final int DEFAULT_MAX_ATTEMPTS = 5;

    public Subscription {
        if (inOrder && !topic.fifo())
            throw new IllegalArgumentException(topic.name() + " keeps no order: SNS allows no FIFO queue on it");
        // AWS delivers at most once where a FIFO subscription has a filter policy.
        if (inOrder && !filter.isEmpty())
            throw new IllegalArgumentException(subscriber + ": a FIFO subscription must not filter");
        filter = Map.copyOf(filter);
    }

    public Subscription(
            String subscriber, Topic topic, boolean inOrder, Map<String, List<String>> filter, int maxAttempts) {
        this(subscriber, topic, inOrder, filter, DEFAULT_VISIBILITY, maxAttempts);
    }

    public String queue() {
        return name("");
    }

    public String deadLetterQueue() {
        return name("-dlq");
    }

    private String name(String suffix) {
        return subscriber + "-" + topic.baseName() + suffix + (inOrder ? Topic.FIFO : "");
    }
}
