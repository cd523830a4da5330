package dev.fanout.local.sns.registry;

import dev.fanout.local.data.State;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Topics and subscriptions as their journal has them, and what FIFO topics remember. */
final class PersistedTopics implements State<SnsEntry> {
    private final Map<String, SnsEntry.TopicIs> topics = new LinkedHashMap<>();
    private final Map<String, SnsEntry.SubscriptionIs> subscriptions = new LinkedHashMap<>();
    private final Map<String, Deque<SnsEntry.Published>> published = new LinkedHashMap<>();
    private final List<SnsEntry.SigningKeyIs> signingKeys = new ArrayList<>();
    private final InstantSource clock;

    PersistedTopics(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean apply(SnsEntry entry) {
        return switch (entry) {
            case SnsEntry.TopicIs topic -> !topic.equals(topics.put(topic.arn(), topic));
            case SnsEntry.TopicGone topic -> remove(topic.arn());
            case SnsEntry.SubscriptionIs sub -> !sub.equals(subscriptions.put(sub.arn(), sub));
            case SnsEntry.SubscriptionGone sub -> subscriptions.remove(sub.arn()) != null;
            case SnsEntry.SigningKeyIs key -> signingKeys.add(key);
            case SnsEntry.Published message -> remember(message);
        };
    }

    @Override
    public Stream<SnsEntry> entries() {
        return Stream.of(signingKeys, topics.values(), subscriptions.values())
                .<SnsEntry>flatMap(Collection::stream)
                .mapMulti((entry, all) -> {
                    all.accept(entry);
                    if (entry instanceof SnsEntry.TopicIs topic) published(topic.arn()).forEach(all);
                });
    }

    Optional<SnsEntry.SigningKeyIs> signingKey() {
        return signingKeys.stream().findFirst();
    }

    Collection<SnsEntry.TopicIs> topics() {
        return topics.values();
    }

    Collection<SnsEntry.SubscriptionIs> subscriptions() {
        return subscriptions.values();
    }

    /** Oldest first. */
    Collection<SnsEntry.Published> published(String topicArn) {
        return published.getOrDefault(topicArn, new ArrayDeque<>());
    }

    private boolean remove(String arn) {
        subscriptions.values().removeIf(subscription -> subscription.topicArn().equals(arn));
        published.remove(arn);
        return topics.remove(arn) != null;
    }

    private boolean remember(SnsEntry.Published message) {
        var receipts = published.computeIfAbsent(message.topicArn(), _ -> new ArrayDeque<>());
        receipts.add(message);
        // The newest stays however old it is: sequence numbers go on from there.
        var forgotten = clock.instant().minus(FifoMemory.WINDOW);
        while (receipts.size() > 1 && !receipts.getFirst().at().isAfter(forgotten)) receipts.removeFirst();
        return true;
    }
}
