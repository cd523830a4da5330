package dev.fanout.messaging.sqs;

import static dev.fanout.messaging.sqs.Mailbag.order;
import static dev.fanout.messaging.sqs.Mailbag.view;
import static dev.fanout.testing.Capability.EXACT_COUNTS;
import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import dev.fanout.testing.TestPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An action that takes its time, among others that were received together with it. */
@Needs(EXACT_COUNTS)
@Execution(ExecutionMode.CONCURRENT)
class SlowActionsTest {
    private final FanoutStack stack = FanoutStack.get();
    private final String prefix = stack.uniquePrefix();
    private final Mailbag mail = new Mailbag(prefix);
    private final TestPublisher publisher = new TestPublisher(prefix);

    /** So that everything is there before the first poll, and comes in one batch. */
    @BeforeEach
    void provision() {
        start().close();
    }

    @Test
    void its_neighbours_are_acknowledged_without_it() {
        publisher.publish(order("slow"));
        publisher.publish(IntStream.range(0, 9).mapToObj(i -> order("quick-" + i)).toList());
        try (var running = start(); var errands = running.getBean(Errands.class)) {
            eventually(() -> assertThat(mail.left(ErrandSuite.ORDERS)).isEqualTo(1));
            assertThat(errands.done()).hasSize(9);
            errands.finish();
            eventually(() -> assertThat(mail.left(ErrandSuite.ORDERS)).isZero());
        }
    }

    @Test
    void its_predecessors_in_a_group_are_acknowledged_without_it() {
        publisher.publish(view("host", "first"), view("host", "slow"), view("host", "last"));
        try (var running = start(); var errands = running.getBean(Errands.class)) {
            eventually(() -> assertThat(mail.left(ErrandSuite.VIEWS)).isEqualTo(2));
            assertThat(errands.done()).containsExactly("first");
        }
    }

    @Test
    void those_that_wait_for_it_in_its_group_stay_in_hand() {
        publisher.publish(view("host", "slow"), view("host", "second"), view("host", "third"));
        try (var running = start(); var errands = running.getBean(Errands.class)) {
            eventually(() -> assertThat(errands.isSlowFor(ErrandSuite.VISIBILITY.plusSeconds(1))).isTrue());
            assertThat(mail.inFlight(ErrandSuite.VIEWS)).isEqualTo(3);
            errands.finish();
            eventually(() -> assertThat(mail.left(ErrandSuite.VIEWS)).isZero());
            assertThat(errands.done()).containsExactly("slow", "second", "third");
            assertThat(deliveries(running)).isEqualTo(3);
        }
    }

    private static long deliveries(ConfigurableApplicationContext context) {
        return context.getBean(MeterRegistry.class).get("fanout.received").tag("topic", "view-events.fifo").timer()
                .count();
    }

    private ConfigurableApplicationContext start() {
        var properties = new HashMap<>(stack.properties(prefix));
        properties.put("spring.application.name", "tester");
        return new SpringApplicationBuilder(ErrandSuite.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .run();
    }
}
