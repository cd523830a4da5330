package dev.fanout.local.sns.registry;

import dev.fanout.local.sns.protocol.Arns;
import dev.fanout.local.sns.protocol.InvalidAttribute;
import dev.fanout.local.sns.protocol.SnsException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** All subscriptions, by ARN, in the order in which they were made. */
public final class Subscriptions {
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private final Consumer<SnsEntry> keep;

    public Subscriptions(Consumer<SnsEntry> keep) {
        this.keep = keep;
    }

    synchronized void restore(SnsEntry.SubscriptionIs found) {
        var subscription =
                Subscription.of(found.arn(), found.topicArn(), found.endpoint(), found.attributes());
        subscriptions.put(found.arn(), subscription);
    }

    /** Subscribing the same queue again is no error, as long as nothing else is asked for. */
    public synchronized Subscription subscribe(Topic topic, String endpoint, Map<String, String> attributes) {
        check(topic, endpoint);
        var asked = made(topic, endpoint, attributes);
        for (var there : of(topic.arn()))
            if (there.endpoint().equals(endpoint)) return same(there, asked.attributes());
        put(asked);
        return asked;
    }

    public synchronized void set(String arn, String name, String value) {
        var before = get(arn);
        try {
            put(before.with(name, value));
        } catch (InvalidAttribute e) {
            throw e.atSetting();
        }
    }

    public synchronized Subscription get(String arn) {
        var subscription = subscriptions.get(arn);
        if (subscription == null) throw SnsException.noSuch("Subscription");
        return subscription;
    }

    /** Of one that is gone already, no less. */
    public synchronized void remove(String arn) {
        if (!Arns.isSubscription(Arns.checked("SubscriptionArn", arn)))
            throw SnsException.invalid("SubscriptionId");
        subscriptions.remove(arn);
        keep.accept(new SnsEntry.SubscriptionGone(arn));
    }

    public synchronized void removeAllOf(String topicArn) {
        subscriptions.values().removeIf(subscription -> subscription.topicArn().equals(topicArn));
    }

    public synchronized List<Subscription> of(String topicArn) {
        return subscriptions.values().stream()
                .filter(subscription -> subscription.topicArn().equals(topicArn))
                .toList();
    }

    public synchronized Collection<Subscription> all() {
        return List.copyOf(subscriptions.values());
    }

    private static Subscription made(Topic topic, String endpoint, Map<String, String> attributes) {
        try {
            return Subscription.of(topic.arn() + ":" + UUID.randomUUID(), topic.arn(), endpoint, attributes);
        } catch (InvalidAttribute e) {
            throw e.atCreation();
        }
    }

    private void put(Subscription made) {
        keep.accept(new SnsEntry.SubscriptionIs(
                made.arn(), made.topicArn(), made.endpoint(), made.attributes()));
        subscriptions.put(made.arn(), made);
    }

    private static void check(Topic topic, String endpoint) {
        if (Arns.isFifo(Arns.queueName(endpoint)) && !topic.fifo())
            throw SnsException.invalid("Invalid parameter: Endpoint Reason:"
                    + " FIFO SQS Queues can not be subscribed to standard SNS topics");
    }

    private static Subscription same(Subscription there, Map<String, String> attributes) {
        if (SubscriptionAttributes.agree(there.attributes(), attributes)) return there;
        throw SnsException.invalid(
                "Attributes Reason: Subscription already exists with different attributes");
    }
}
