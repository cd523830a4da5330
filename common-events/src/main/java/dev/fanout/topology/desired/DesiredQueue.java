package dev.fanout.topology.desired;

import dev.fanout.topology.Prefix;
import dev.fanout.topology.Retention;
import dev.fanout.topology.Subscription;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A subscriber's queue, or its dead-letter queue.
 *
 * @param settings attributes by SQS's names, as far as they can be written without knowing the account
 * @param feed empty for dead-letter queues: what comes in, and where it ends up
 */
public record DesiredQueue(String name, Map<String, String> settings, Optional<Feed> feed) {
    /** This one cannot be changed. */
    public static final String FIFO_QUEUE = "FifoQueue";

    public static final String REDRIVE_POLICY = "RedrivePolicy";
    public static final String POLICY = "Policy";

    /**
     * @param topic the one that may send here
     * @param maxReceives after so many, a message goes to the dead-letter queue
     */
    public record Feed(String topic, String deadLetterQueue, int maxReceives) {}

    static DesiredQueue ofDeadLetters(Subscription heard, Prefix prefix) {
        var settings = settings(heard, Retention.DEAD_LETTER);
        return new DesiredQueue(prefix.of(heard.deadLetterQueue()), settings, Optional.empty());
    }

    static DesiredQueue of(Subscription heard, Prefix prefix) {
        var settings = settings(heard, Retention.QUEUE);
        settings.put("VisibilityTimeout", seconds(heard.visibility()));
        var feed = new Feed(
                prefix.of(heard.topic().name()), prefix.of(heard.deadLetterQueue()), Subscription.MAX_RECEIVES);
        return new DesiredQueue(prefix.of(heard.queue()), settings, Optional.of(feed));
    }

    /** All attributes, by SQS's names. */
    public Map<String, String> attributes(Arns arns) {
        var all = new TreeMap<>(settings);
        feed.ifPresent(from -> {
            var deadLetters = arns.ofQueue(from.deadLetterQueue());
            all.put(REDRIVE_POLICY, redrive(deadLetters, from.maxReceives()));
            all.put(POLICY, allow(arns.ofTopic(from.topic()), beside(deadLetters)));
        });
        return all;
    }

    private static Map<String, String> settings(Subscription heard, Duration retention) {
        var settings = new TreeMap<>(Map.of("MessageRetentionPeriod", seconds(retention)));
        if (heard.inOrder()) {
            settings.put(FIFO_QUEUE, "true");
            settings.put("DeduplicationScope", "messageGroup");
            settings.put("FifoThroughputLimit", "perMessageGroupId");
        }
        return settings;
    }

    private static String redrive(String deadLetters, int maxReceives) {
        return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}".formatted(deadLetters, maxReceives);
    }

    // A policy must name its queue when the queue is made, and so before anybody can ask for its ARN. It is in the
    // account and the region of its dead-letter queue, which AWS does not allow to be elsewhere.
    private String beside(String another) {
        return another.substring(0, another.lastIndexOf(':') + 1) + name;
    }

    // Always the same text: a queue made again with another one, be it of the same meaning, is refused.
    private static String allow(String topic, String queue) {
        return """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow",\
                "Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"%s",\
                "Condition":{"ArnEquals":{"aws:SourceArn":"%s"}}}}""".formatted(queue, topic);
    }

    private static String seconds(Duration time) {
        return Long.toString(time.toSeconds());
    }
}
