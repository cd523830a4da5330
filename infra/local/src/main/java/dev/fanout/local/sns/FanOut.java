package dev.fanout.local.sns;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** From a topic to every queue that hears it. */
final class FanOut {
    private final Subscriptions subscriptions;
    private final Queues queues;
    private final Notifications notifications;

    FanOut(Subscriptions subscriptions, Queues queues, Notifications notifications) {
        this.subscriptions = subscriptions;
        this.queues = queues;
        this.notifications = notifications;
    }

    /** Returns when every queue has taken what it hears. */
    void deliver(Topic topic, List<Message> messages) {
        var taken = subscriptions.of(topic.arn()).stream()
                .map(subscription -> deliver(subscription, messages))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(taken).join();
        } catch (CompletionException e) {
            throw SnsException.internal("a queue did not take the message: " + e.getCause());
        }
    }

    private CompletableFuture<Void> deliver(Subscription subscription, List<Message> messages) {
        var heard = messages.stream()
                .filter(message -> subscription.filter().accepts(message.attributes()))
                .filter(message -> notifications.deliverable(message, subscription))
                .map(message -> notifications.render(message, subscription))
                .toList();
        if (heard.isEmpty()) return CompletableFuture.completedFuture(null);
        return queues.send(subscription.queue(), heard).toCompletableFuture();
    }
}
