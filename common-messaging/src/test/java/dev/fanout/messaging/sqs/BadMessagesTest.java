package dev.fanout.messaging.sqs;

import static dev.fanout.messaging.sqs.Mailbag.order;
import static dev.fanout.testing.Capability.EXACT_COUNTS;
import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.EventCodec;
import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.crash.BadBytes;
import dev.fanout.messaging.sqs.TestSuite.Seen;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import dev.fanout.testing.OnFanoutStack;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Bad messages on a real queue, with good ones between them. */
@SpringBootTest(
        classes = TestSuite.class,
        properties = {"spring.application.name=tester", "fanout.retry.first-delay=100ms"})
@OnFanoutStack
@Needs(EXACT_COUNTS)
class BadMessagesTest {
    private static final int GOOD = 12;
    private static final int BAD_BETWEEN = 4;

    @Autowired
    private StateStore state;

    @Autowired
    private Naming naming;

    private final BadBytes bad = new BadBytes(5);
    private final EventCodec codec = new EventCodec();

    @Test
    void the_good_ones_flow_and_the_bad_ones_leave_the_queue() {
        var good = IntStream.range(0, GOOD).mapToObj(i -> "good-" + i).toList();
        for (var name : good) {
            for (int i = 0; i < BAD_BETWEEN; i++) send(bad.of(codec.write(order("order"))));
            send(codec.write(order(name)));
        }
        eventually(() -> assertThat(seen()).containsAll(good));
        var mail = new Mailbag(naming.prefix());
        eventually(() -> assertThat(mail.left(TestSuite.ORDERS)).isZero());
        assertThat(mail.parked(TestSuite.ORDERS)).isNotEmpty();
    }

    private void send(String body) {
        var sqs = FanoutStack.get().sqs();
        var url = sqs.getQueueUrl(get -> get.queueName(naming.physical(TestSuite.ORDERS.queue()))).queueUrl();
        try {
            sqs.sendMessage(send -> send.queueUrl(url).messageBody(body));
        } catch (SqsException _) {
            // Some are refused here already: empty ones, and those with characters that XML has not.
        }
    }

    private List<String> seen() {
        return state.find(TestSuite.seen("orders")).map(Seen::names).orElse(List.of());
    }
}
