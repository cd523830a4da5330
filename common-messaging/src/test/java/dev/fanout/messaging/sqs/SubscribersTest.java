package dev.fanout.messaging.sqs;

import static dev.fanout.messaging.sqs.Mailbag.order;
import static dev.fanout.messaging.sqs.Mailbag.view;
import static dev.fanout.testing.Capability.EXACT_COUNTS;
import static dev.fanout.testing.Capability.OUTAGE;
import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.messaging.Backlog;
import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.sqs.TestSuite.Seen;
import dev.fanout.messaging.sqs.disposition.DeadLetterQueue;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import dev.fanout.testing.OnFanoutStack;
import dev.fanout.testing.TestPublisher;
import dev.fanout.topology.Fanout;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import software.amazon.awssdk.services.sqs.model.Message;

/** A subscriber on real queues: one standard, one FIFO. */
@SpringBootTest(
        classes = TestSuite.class,
        properties = {"spring.application.name=tester", "fanout.retry.first-delay=100ms", "fanout.receive.silence=1s"})
@OnFanoutStack
@Isolated("it freezes the stack that all share")
class SubscribersTest {
    @Autowired
    private StateStore state;

    @Autowired
    private Naming naming;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private QueuesHealth health;

    @Autowired
    private Backlog backlog;

    private Mailbag mail;
    private TestPublisher publisher;

    @BeforeEach
    void open() {
        mail = new Mailbag(naming.prefix());
        publisher = new TestPublisher(naming.prefix());
    }

    @Test
    @Needs(EXACT_COUNTS)
    void an_event_has_its_effect_and_its_message_is_deleted() {
        publisher.publish(order("tea"));
        eventually(() -> assertThat(seen("orders")).contains("tea"));
        eventually(() -> assertThat(mail.left(TestSuite.ORDERS)).isZero());
    }

    @Test
    void what_is_no_event_is_parked_with_a_note_and_the_queue_flows_on() {
        publisher.publishText(Fanout.ORDER_EVENTS, "{\"event_type\":\"order.eaten\"}");
        publisher.publish(order("after-the-stranger"));
        eventually(() -> assertThat(seen("orders")).contains("after-the-stranger"));
        eventually(() -> assertThat(notes()).anySatisfy(note -> assertThat(note)
                .contains("\"reason\":\"unreadable\"")
                .contains("order.eaten")
                .contains("\"queue\":\"" + naming.physical(TestSuite.ORDERS.queue()))));
    }

    @Test
    void an_event_whose_attempts_are_used_up_is_parked_with_its_attempts_and_trace() {
        publisher.publish(order("bad-order"));
        eventually(() -> assertThat(notes()).anySatisfy(note -> assertThat(note)
                .contains("\"reason\":\"exhausted\"")
                .contains("\"attempts\":2")
                .contains("\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c")));
    }

    @Test
    @Needs(EXACT_COUNTS)
    void the_order_in_a_group_is_kept_and_a_failing_event_holds_back_its_own_group_only() {
        publisher.publish(view("host", "bad-view"));
        var sent = IntStream.range(0, 30).mapToObj(i -> "view-" + i).toList();
        publisher.publish(sent.stream().map(content -> view("host", content)).toList());
        publisher.publish(sent.stream().map(content -> view("other", content)).toList());
        eventually(() -> assertThat(seen("other")).isEqualTo(sent));
        eventually(() -> assertThat(seen("host")).isEqualTo(sent));
        assertThat(mail.parked(TestSuite.VIEWS)).isNotEmpty();
        // A second parking within five minutes must not be swallowed as a repetition of the first.
        var before = mail.parked(TestSuite.VIEWS).size();
        mail.redrive(TestSuite.VIEWS);
        eventually(() -> assertThat(mail.left(TestSuite.VIEWS)).isZero());
        eventually(() -> assertThat(mail.parked(TestSuite.VIEWS)).hasSizeGreaterThan(before));
    }

    @Test
    @Needs(OUTAGE)
    void an_outage_shows_in_health_and_goes_by_without_a_loss() {
        publisher.publish(order("before-the-outage"));
        FanoutStack.get().freeze();
        eventually(() -> assertThat(health.health().getStatus()).isEqualTo(Status.DOWN));
        FanoutStack.get().thaw();
        eventually(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
        publisher.publish(order("after-the-outage"));
        eventually(() -> assertThat(seen("orders")).contains("before-the-outage", "after-the-outage"));
        assertThat(seen("orders")).doesNotHaveDuplicates();
    }

    @Test
    @Needs(EXACT_COUNTS)
    void a_queue_that_is_never_empty_is_known_to_be_done_until_a_moment_ago() {
        var begin = Instant.now();
        eventually(() -> {
            publisher.publish(view("busy", "one"), view("busy", "two"));
            assertThat(backlog.doneUntil()).isAfter(begin);
        });
    }

    @Test
    void metrics_tell_what_became_of_what_was_received() {
        publisher.publish(order("counted"));
        eventually(() -> assertThat(meters.get("fanout.processed")
                        .tags("subscriber", "tester", "topic", "order-events", "outcome", "done")
                        .counter()
                        .count())
                .isPositive());
        assertThat(meters.get("fanout.event.age").timers()).isNotEmpty();
        assertThat(meters.get("fanout.aws.calls").tag("operation", "ReceiveMessage").counters()).isNotEmpty();
        eventually(() -> assertThat(meters.get("fanout.queue.dead.letters").gauges()).isNotEmpty());
    }

    @Test
    void the_limit_of_what_is_in_hand_shows_for_as_long_as_the_service_runs() {
        var garbage = new WeakReference<>(new Object());
        eventually(() -> {
            System.gc();
            assertThat(garbage.get()).as("what nothing refers to").isNull();
        });
        assertThat(meters.get("fanout.in.hand.limit").gauges())
                .isNotEmpty()
                .allSatisfy(limit -> assertThat(limit.value()).isEqualTo(200));
    }

    private List<String> seen(String by) {
        return state.find(TestSuite.seen(by)).map(Seen::names).orElse(List.of());
    }

    private List<String> notes() {
        return mail.parked(TestSuite.ORDERS).stream()
                .map(Message::messageAttributes)
                .map(attributes -> Objects.requireNonNull(attributes.get(DeadLetterQueue.PARKED)).stringValue())
                .toList();
    }
}
