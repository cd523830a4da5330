package dev.fanout.local.sns.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.local.sns.message.Message;
import dev.fanout.local.sns.message.QueueMessage;
import dev.fanout.local.sns.message.Queues;
import dev.fanout.local.sns.registry.LazySigner;
import dev.fanout.local.sns.registry.Subscriptions;
import dev.fanout.local.sns.registry.Topic;
import dev.fanout.local.sns.registry.Topics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private final BrokenOnce queues = new BrokenOnce();
    private final Subscriptions subscriptions = new Subscriptions(_ -> {});
    private final Topic topic = 
            new Topics(_ -> {}).create("us-east-1", "t.fifo", Map.of("FifoTopic", "true"), Map.of());
    private final InstantSource clock = InstantSource.system();
    private final Notifications notifications =
            new Notifications(new LazySigner(Optional.empty(), _ -> {}), clock);
    private final Publisher publisher =
            new Publisher(new FanOut(subscriptions, queues, notifications), clock, _ -> {});

    @BeforeEach
    void a_queue_hears() {
        var raw = Map.of("RawMessageDelivery", "true");
        subscriptions.subscribe(topic, "arn:aws:sqs:us-east-1:000000000000:q", raw);
    }

    @Test
    void a_deduplication_id_is_remembered_only_when_the_queues_have_the_message() {
        var message = new Message("m", "body", null, Map.of(), "g", "id", null);
        var publication = new Publication(topic, List.of(message), "http://localhost");
        assertThatThrownBy(() -> publisher.publish(publication)).hasMessageContaining("queue");
        assertThat(queues.taken).isEmpty();
        publisher.publish(publication);
        publisher.publish(publication);
        assertThat(queues.taken).containsExactly("body");
    }

    /** Fails the first time, as a queue does that is being restarted. */
    private static final class BrokenOnce implements Queues {
        private final List<String> taken = new ArrayList<>();
        private boolean broken = true;

        @Override
        public CompletionStage<Boolean> send(String queue, List<QueueMessage> messages) {
            if (broken) {
                broken = false;
                return CompletableFuture.failedStage(new IllegalStateException("broken"));
            }
            messages.forEach(message -> taken.add(message.body()));
            return CompletableFuture.completedStage(true);
        }
    }
}
