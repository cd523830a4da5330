package dev.fanout.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.events.OutboundMessage;
import dev.fanout.messaging.publish.Published;
import dev.fanout.messaging.publish.Publishing;
import dev.fanout.topology.Fanout;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A publisher dies on one side of the topic or on the other. */
class ChaoticPublishingTest {
    private final Chaos chaos = new Chaos(new SimpleMeterRegistry(), () -> { throw new Crash(); });
    private final List<String> told = new ArrayList<>();
    private final Publishing publishing = new ChaoticPublishing(
            (_, events) -> {
                events.forEach(event -> told.add(event.body()));
                return new Published(Set.of("taken"), false);
            },
            chaos);

    private static final class Crash extends Error {}

    @Test
    void without_a_fault_what_was_taken_is_said() {
        assertThat(publish("taken", "refused").taken()).containsExactly("taken");
        assertThat(told).containsExactly("taken", "refused");
    }

    @Test
    void a_crash_before_publishing_tells_nobody() {
        chaos.set("crash-before-publish", "containing refused");
        assertThatThrownBy(() -> publish("taken", "refused")).isInstanceOf(Crash.class);
        assertThat(told).isEmpty();
    }

    @Test
    void a_crash_before_the_mark_comes_when_all_is_told() {
        chaos.set("crash-before-mark", "once 1");
        assertThatThrownBy(() -> publish("taken", "refused")).isInstanceOf(Crash.class);
        assertThat(told).containsExactly("taken", "refused");
    }

    @Test
    void what_the_topic_refused_is_not_marked_so_nobody_dies_before_that() {
        chaos.set("crash-before-mark", "containing refused");
        assertThat(publish("taken", "refused").taken()).containsExactly("taken");
    }

    private Published publish(String... events) {
        return publishing.publish(Fanout.ORDER_EVENTS, List.of(events).stream()
                .map(name -> new OutboundMessage(name, Map.of(), Optional.empty(), name))
                .toList());
    }
}
