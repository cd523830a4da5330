package dev.fanout.local.sns.publish;

import dev.fanout.local.sns.message.QueueMessage;
import dev.fanout.local.sns.message.Queues;
import dev.fanout.local.sns.protocol.SnsException;
import dev.fanout.local.sns.registry.Subscription;
import dev.fanout.local.sns.registry.Subscriptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** From a topic to every queue that hears it. */
public final class FanOut {
    private final Subscriptions subscriptions;
    private final Queues queues;
    private final Notifications notifications;

    public FanOut(Subscriptions subscriptions, Queues queues, Notifications notifications) {
        this.subscriptions = subscriptions;
        this.queues = queues;
        this.notifications = notifications;
    }

    /** Returns when every queue has taken what it hears. */
    void deliver(Publication publication) {
        var taken = subscriptions.of(publication.topic().arn()).stream()
                .map(subscription -> deliver(subscription, publication))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(taken).join();
        } catch (CompletionException e) {
            throw SnsException.internal("a queue did not take the message: " + e.getCause());
        }
    }

    private CompletableFuture<?> deliver(Subscription subscription, Publication publication) {
        var heard = publication.messages().stream()
                .filter(message -> message.isHeardBy(subscription.filter()))
                .filter(message -> notifications.deliverable(message, subscription))
                .map(message -> notifications.render(message, subscription, publication))
                .toList();
        if (heard.isEmpty()) return CompletableFuture.completedFuture(true);
        return send(heard, subscription).toCompletableFuture();
    }

    /** As on AWS, the publisher hears nothing of a queue that is gone: its messages go elsewhere, or nowhere. */
    private CompletionStage<Boolean> send(List<QueueMessage> heard, Subscription subscription) {
        var deadLetters = subscription.deadLetters();
        return queues.send(subscription.queue(), heard).thenCompose(taken -> taken || deadLetters == null
                ? CompletableFuture.completedStage(taken)
                : queues.send(deadLetters, heard));
    }
}
