package dev.fanout.publisher.outbox;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.Event;
import dev.fanout.messaging.Handler;
import dev.fanout.messaging.pipeline.Interceptor;
import dev.fanout.messaging.pipeline.Receiver;
import dev.fanout.messaging.publish.Publishing;
import dev.fanout.publisher.Client;
import dev.fanout.publisher.Ears;
import dev.fanout.publisher.PublisherTest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The outbox lets something come between it and its topic, and stands what that does. */
@PublisherTest
@TestPropertySource(properties = "fanout.outbox.sweep-after=200ms")
@Import(InterceptedOutboxTest.LosesTheFirstAnswer.class)
class InterceptedOutboxTest {
    @Autowired
    private Client client;

    @Autowired
    private Ears ears;

    @Test
    void what_is_published_and_not_marked_is_published_again() {
        var id = client.ordered("{\"user_id\":1,\"total\":1}");
        eventually(() -> assertThat(ears.messagesOfOrder(id)).hasSizeGreaterThanOrEqualTo(2));
        assertThat(ears.ofOrder(id)).as("the same, told twice").hasSize(1);
    }

    @TestConfiguration
    static class LosesTheFirstAnswer implements Interceptor {
        private final Set<String> published = new HashSet<>();

        @Override
        public Handler<Event> around(Handler<Event> handler) {
            return handler;
        }

        @Override
        public Receiver around(Receiver receiver) {
            return receiver;
        }

        @Override
        public Publishing around(Publishing publishing) {
            return (topic, events) -> {
                var answer = publishing.publish(topic, events);
                synchronized (published) {
                    if (published.addAll(answer.taken())) throw new IllegalStateException("the answer is lost");
                }
                return answer;
            };
        }
    }
}
