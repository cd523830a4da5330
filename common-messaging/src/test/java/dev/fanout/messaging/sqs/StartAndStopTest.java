package dev.fanout.messaging.sqs;

import static dev.fanout.messaging.sqs.Mailbag.order;
import static dev.fanout.testing.Capability.EXACT_COUNTS;
import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.events.OrderCreated;
import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.sqs.TestSuite.Seen;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import dev.fanout.testing.TestPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** How a subscriber comes and goes. */
@Needs
@Execution(ExecutionMode.CONCURRENT)
class StartAndStopTest {
    private static final int ORDERS = 600;

    private final FanoutStack stack = FanoutStack.get();
    private final String prefix = stack.uniquePrefix();
    private final Mailbag mail = new Mailbag(prefix);
    private final TestPublisher publisher = new TestPublisher(prefix);

    @Test
    void without_its_queue_it_does_not_start_and_says_what_is_missing() {
        assertThatThrownBy(() -> start(Map.of("fanout.provision", "false")))
                .hasRootCauseMessage("There is no queue named '%stester-order-events' (fanout.prefix is '%s')."
                        .formatted(prefix, prefix));
    }

    @Test
    void what_one_has_provisioned_another_finds_and_needs_no_right_to_make() {
        try (var first = start(Map.of());
                var again = start(Map.of());
                var strict = start(Map.of("fanout.provision", "false"))) {
            assertThat(List.of(first, again, strict)).allMatch(ConfigurableApplicationContext::isRunning);
        }
    }

    @Test
    void several_that_start_at_once_make_the_topology_together() throws Exception {
        // Not virtual ones: those that wait for a class to be initialized hold all carriers, and it never is.
        try (var threads = Executors.newFixedThreadPool(6)) {
            var starts = IntStream.range(0, 6).mapToObj(_ -> threads.submit(() -> start(Map.of()))).toList();
            for (var started : starts) started.get().close();
        }
    }

    @Test
    @Needs(EXACT_COUNTS)
    void a_stop_finishes_and_acknowledges_what_is_in_hand() {
        try (var running = start(Map.of())) {
            publisher.publish(orders());
            eventually(() -> assertThat(seen(running)).isNotEmpty());
        }
        assertThat(mail.inFlight(TestSuite.ORDERS)).isZero();
        try (var next = start(Map.of())) {
            eventually(() -> assertThat(seen(next)).hasSize(ORDERS).doesNotHaveDuplicates());
            eventually(() -> assertThat(mail.left(TestSuite.ORDERS)).isZero());
        }
    }

    /** A stop waits for what is in hand. A container by itself forgets a batch of deletes that is not full. */
    @Test
    @Needs(EXACT_COUNTS)
    void what_is_done_stays_in_hand_until_it_is_deleted() {
        try (var running = start(Map.of("fanout.receive.acknowledge", "1m"))) {
            for (var name : List.of("tea", "milk")) {
                publisher.publish(order(name));
                eventually(() -> assertThat(seen(running)).contains(name));
            }
            assertThat(inHand(running)).as("done, and not deleted").isEqualTo(2);
            assertThat(mail.left(TestSuite.ORDERS)).isEqualTo(2);
            publisher.publish(orders().subList(0, 8));
            eventually(() -> assertThat(mail.left(TestSuite.ORDERS)).isZero());
            eventually(() -> assertThat(inHand(running)).isZero());
        }
    }

    /** As a test's context does when other contexts ran in between, and as an operator may. */
    @Test
    void what_was_stopped_starts_again_and_works_as_before() {
        try (var running = start(Map.of())) {
            running.stop();
            publisher.publish(order("tea"));
            running.start();
            eventually(() -> assertThat(seen(running)).contains("tea"));
            eventually(() -> assertThat(inHand(running)).isZero());
        }
    }

    @Test
    void two_instances_share_the_work_and_count_right() {
        try (var first = start(Map.of()); var second = start(Map.of())) {
            publisher.publish(orders());
            eventually(() -> assertThat(seen(first)).hasSize(ORDERS).doesNotHaveDuplicates());
            assertThat(seen(second)).hasSize(ORDERS);
        }
    }

    private static List<OrderCreated> orders() {
        return IntStream.range(0, ORDERS).mapToObj(i -> order("order-" + i)).toList();
    }

    private static List<String> seen(ConfigurableApplicationContext context) {
        return context.getBean(StateStore.class).find(TestSuite.seen("orders")).map(Seen::names).orElse(List.of());
    }

    private static double inHand(ConfigurableApplicationContext context) {
        return context.getBean(MeterRegistry.class).get("fanout.in.hand").tag("topic", "order-events").gauge().value();
    }

    private ConfigurableApplicationContext start(Map<String, Object> more) {
        var properties = new HashMap<>(stack.properties(prefix));
        properties.put("spring.application.name", "tester");
        properties.putAll(more);
        return new SpringApplicationBuilder(TestSuite.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .run();
    }
}
