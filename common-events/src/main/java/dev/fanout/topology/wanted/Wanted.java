package dev.fanout.topology.wanted;

import dev.fanout.topology.Prefix;
import dev.fanout.topology.Subscription;
import dev.fanout.topology.Topology;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a deployment needs at AWS, under its names there and in the order in which it can be made.
 *
 * @param queues each after its dead-letter queue
 */
public record Wanted(
        List<WantedTopic> topics,
        List<WantedQueue> queues,
        List<WantedSubscription> subscriptions,
        List<WantedTable> tables) {

    public static Wanted of(Topology topology, Prefix prefix) {
        return new Wanted(
                topology.topics().stream().map(topic -> WantedTopic.of(topic, prefix)).toList(),
                topology.subscriptions().stream().flatMap(heard -> queues(heard, prefix)).toList(),
                topology.subscriptions().stream().map(heard -> WantedSubscription.of(heard, prefix)).toList(),
                topology.tables().stream().map(table -> WantedTable.of(table, prefix)).toList());
    }

    private static Stream<WantedQueue> queues(Subscription heard, Prefix prefix) {
        return Stream.of(WantedQueue.ofDeadLetters(heard, prefix), WantedQueue.of(heard, prefix));
    }
}
