package dev.fanout.cli.clean;

import dev.fanout.cli.aws.Account;
import dev.fanout.cli.aws.Arn;
import dev.fanout.cli.aws.Subscriptions;
import dev.fanout.topology.desired.DesiredQueue;
import dev.fanout.topology.desired.DesiredTable;
import dev.fanout.topology.desired.DesiredTopic;
import dev.fanout.topology.desired.DesiredTopology;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is there of the topology under a prefix. Only names that the topology itself forms are looked for. */
final class Deployment {
    private final DesiredTopology desired;
    private final Account account;

    Deployment(DesiredTopology desired, Account account) {
        this.desired = desired;
        this.account = account;
    }

    /** In the order of their removal: nothing may send to what is gone, or lead to a dead-letter queue that is. */
    List<Deletable> things() {
        Predicate<DesiredQueue> isFed = queue -> queue.feed().isPresent();
        return Stream.of(
                        subscriptions(),
                        topics(),
                        queues("queue", isFed),
                        queues("dead-letter queue", isFed.negate()),
                        tables())
                .flatMap(things -> things)
                .toList();
    }

    /** All of our topics': they end with the topic, whoever made them. */
    private Stream<Deletable> subscriptions() {
        var topics = desired.topics().stream().map(DesiredTopic::name).collect(Collectors.toSet());
        return account.subscriptions().all().stream()
                // what its endpoint has not confirmed has no name to be deleted by, and expires
                .filter(Subscriptions.Found::confirmed)
                .filter(found -> topics.contains(Arn.name(found.topicArn())))
                .map(found -> new Deletable(
                        "subscription",
                        Arn.name(found.topicArn()) + " to " + Arn.name(found.endpoint()),
                        () -> account.subscriptions().delete(found.arn())));
    }

    private Stream<Deletable> topics() {
        var arns = account.topics().arns();
        return desired.topics().stream().map(DesiredTopic::name).filter(arns::containsKey).map(name -> {
            var arn = Objects.requireNonNull(arns.get(name));
            return new Deletable("topic", name, () -> account.topics().delete(arn));
        });
    }

    private Stream<Deletable> queues(String kind, Predicate<DesiredQueue> which) {
        return desired.queues().stream().filter(which).map(DesiredQueue::name).flatMap(name -> account.queues()
                .url(name)
                .map(url -> new Deletable(kind, name, () -> account.queues().delete(url)))
                .stream());
    }

    private Stream<Deletable> tables() {
        return desired.tables().stream().map(DesiredTable::name).map(this::table).flatMap(Optional::stream);
    }

    private Optional<Deletable> table(String name) {
        return account.tables().find(name).map(_ -> new Deletable("table", name, () -> account.tables().delete(name)));
    }
}
