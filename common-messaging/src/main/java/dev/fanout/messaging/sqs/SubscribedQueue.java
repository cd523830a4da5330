package dev.fanout.messaging.sqs;

import dev.fanout.messaging.pipeline.Disposition;
import dev.fanout.messaging.pipeline.Receiver;
import dev.fanout.messaging.sqs.disposition.Deliveries;
import dev.fanout.messaging.sqs.disposition.DispositionExecutor;
import dev.fanout.topology.Subscription;
import io.awspring.cloud.sqs.listener.AsyncMessageListener;
import io.awspring.cloud.sqs.listener.ListenerMode;
import io.awspring.cloud.sqs.listener.QueueNotFoundStrategy;
import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.awspring.cloud.sqs.listener.acknowledgement.handler.AcknowledgementMode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.messaging.Message;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** One queue and the container that polls it into a pipeline. */
final class SubscribedQueue {
    private final Subscription subscription;
    private final String url;
    private final Receiver receiver;
    private final DispositionExecutor dispositions;
    private final LastPollTracker lastPolls;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Watermark watermark = new Watermark();
    private final SqsMessageListenerContainer<String> container;

    SubscribedQueue(
            Subscription subscription, String url, Receiver receiver, DispositionExecutor dispositions,
                    LastPollTracker lastPolls,
            SqsAsyncClient sqs, ReceiveSettings settings) {
        this.subscription = subscription;
        this.url = url;
        this.receiver = receiver;
        this.dispositions = dispositions;
        this.lastPolls = lastPolls;
        this.container = SqsMessageListenerContainer.<String>builder()
                .id(subscription.queue())
                .queueNames(url)
                .sqsAsyncClient(sqs)
                .asyncMessageListener(new Listener())
                .acknowledgementResultCallback(dispositions.acknowledgements())
                .configure(options -> options.listenerMode(ListenerMode.BATCH)
                        .acknowledgementMode(AcknowledgementMode.MANUAL)
                        .acknowledgementThreshold(10)
                        .acknowledgementInterval(settings.acknowledge())
                        .maxConcurrentMessages(settings.maxInFlight())
                        .maxMessagesPerPoll(10)
                        .pollTimeout(settings.poll())
                        .queueNotFoundStrategy(QueueNotFoundStrategy.FAIL)
                        .messageAttributeNames(List.of("All"))
                        .messageSystemAttributeNames(List.of(
                                MessageSystemAttributeName.MESSAGE_GROUP_ID,
                                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                                MessageSystemAttributeName.SENT_TIMESTAMP))
                        .acknowledgementResultTaskExecutor(virtualThreads(subscription.queue()))
                        .componentsTaskExecutor(virtualThreads(subscription.queue())))
                .build();
    }

    private final class Listener implements AsyncMessageListener<String> {
        @Override
        public CompletableFuture<Void> onMessage(Message<String> message) {
            return onMessage(List.of(message));
        }

        @Override
        public CompletableFuture<Void> onMessage(Collection<Message<String>> received) {
            var messages = List.copyOf(received);
            inFlight.addAndGet(messages.size());
            var found = receiver.submit(messages.stream().map(Deliveries::of).toList());
            return CompletableFuture.allOf(IntStream.range(0, messages.size())
                    .mapToObj(i -> carriedOut(messages.get(i), found.get(i)))
                    .toArray(CompletableFuture[]::new));
        }
    }

    private CompletableFuture<Void> carriedOut(Message<String> message, CompletableFuture<Disposition> found) {
        return found.thenCompose(disposition -> carriedOut(message, disposition)).whenComplete((_, _) -> finished());
    }

    private CompletableFuture<Void> carriedOut(Message<String> message, Disposition disposition) {
        var over = dispositions.carryOut(message, disposition);
        if (disposition instanceof Disposition.Retry) return over;
        return over.thenRun(() -> watermark.left(Deliveries.of(message).sentAt()));
    }

    private void finished() {
        inFlight.decrementAndGet();
        // With all hands full nothing is polled; that work goes on shows that the queue is served.
        lastPolls.seen(url);
    }

    Subscription subscription() {
        return subscription;
    }

    String url() {
        return url;
    }

    int inFlight() {
        return inFlight.get();
    }

    Watermark watermark() {
        return watermark;
    }

    /** Since the last sign that the queue is served: a successful poll, or work done. */
    Duration silence() {
        return lastPolls.since(url);
    }

    void start() {
        lastPolls.seen(url);
        container.start();
    }

    /** Stops polling, and ends when what is in hand is finished and deleted. */
    void stop() {
        container.stop();
        try {
            receiver.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static SimpleAsyncTaskExecutor virtualThreads(String name) {
        var executor = new SimpleAsyncTaskExecutor(name + "-");
        executor.setVirtualThreads(true);
        return executor;
    }
}
