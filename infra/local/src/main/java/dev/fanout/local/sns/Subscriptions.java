package dev.fanout.local.sns;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** All subscriptions, by ARN, in the order in which they were made. */
final class Subscriptions {
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private final Consumer<SnsEntry> keep;

    Subscriptions(Consumer<SnsEntry> keep) {
        this.keep = keep;
    }

    synchronized void restore(SnsEntry.SubscriptionIs found) {
        var subscription =
                Subscription.of(found.arn(), found.topicArn(), found.endpoint(), found.attributes());
        subscriptions.put(found.arn(), subscription);
    }

    /** Subscribing the same queue again is no error, as long as nothing else is asked for. */
    synchronized Subscription subscribe(Topic topic, String endpoint, Map<String, String> attributes) {
        check(topic, endpoint);
        for (var there : of(topic.arn()))
            if (there.endpoint().equals(endpoint)) return same(there, attributes);
        var arn = topic.arn() + ":" + UUID.randomUUID();
        var made = Subscription.of(arn, topic.arn(), endpoint, attributes);
        put(made);
        return made;
    }

    synchronized void set(String arn, String name, String value) {
        put(get(arn).with(name, value));
    }

    synchronized Subscription get(String arn) {
        var subscription = subscriptions.get(arn);
        if (subscription == null) throw SnsException.noSuch("Subscription");
        return subscription;
    }

    synchronized void remove(String arn) {
        subscriptions.remove(arn);
        keep.accept(new SnsEntry.SubscriptionGone(arn));
    }

    synchronized void removeAllOf(String topicArn) {
        subscriptions.values().removeIf(subscription -> subscription.topicArn().equals(topicArn));
    }

    synchronized List<Subscription> of(String topicArn) {
        return subscriptions.values().stream()
                .filter(subscription -> subscription.topicArn().equals(topicArn))
                .toList();
    }

    synchronized Collection<Subscription> all() {
        return List.copyOf(subscriptions.values());
    }

    private void put(Subscription made) {
        keep.accept(new SnsEntry.SubscriptionIs(
                made.arn(), made.topicArn(), made.endpoint(), made.attributes()));
        subscriptions.put(made.arn(), made);
    }

    private static void check(Topic topic, String endpoint) {
        if (Arns.queueName(endpoint).endsWith(".fifo") && !topic.fifo())
            throw SnsException.invalid("Invalid parameter: Endpoint Reason:"
                    + " FIFO SQS Queues can not be subscribed to standard SNS topics");
    }

    private static Subscription same(Subscription there, Map<String, String> attributes) {
        if (there.attributes().entrySet().containsAll(attributes.entrySet())) return there;
        throw SnsException.invalid(
                "Attributes Reason: Subscription already exists with different attributes");
    }
}
