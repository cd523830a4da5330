package dev.fanout.topology.desired;

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
public record DesiredTopology(
        List<DesiredTopic> topics,
        List<DesiredQueue> queues,
        List<DesiredSubscription> subscriptions,
        List<DesiredTable> tables) {

    public static DesiredTopology of(Topology topology, Prefix prefix) {
        return new DesiredTopology(
                topology.topics().stream().map(topic -> DesiredTopic.of(topic, prefix)).toList(),
                topology.subscriptions().stream().flatMap(heard -> queues(heard, prefix)).toList(),
                topology.subscriptions().stream().map(heard -> DesiredSubscription.of(heard, prefix)).toList(),
                topology.tables().stream().map(table -> DesiredTable.of(table, prefix)).toList());
    }

    private static Stream<DesiredQueue> queues(Subscription heard, Prefix prefix) {
        return Stream.of(DesiredQueue.ofDeadLetters(heard, prefix), DesiredQueue.of(heard, prefix));
    }
}
