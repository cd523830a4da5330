package dev.fanout.publisher.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.OutboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostQueuesTest {
    private final HostQueues queues = new HostQueues();

    @Test
    void views_go_in_their_order() {
        var views = add("a", 3);
        assertThat(queues.take(10)).isEqualTo(views);
        assertThat(queues.size()).isZero();
    }

    @Test
    void a_host_waits_until_its_batch_is_back_and_others_do_not() {
        var first = add("a", 1);
        assertThat(queues.take(10)).isEqualTo(first);
        var second = add("a", 1);
        var other = add("b", 1);
        assertThat(queues.take(10)).isEqualTo(other);
        assertThat(queues.hasReady()).isFalse();
        queues.done(first);
        assertThat(queues.take(10)).isEqualTo(second);
    }

    @Test
    void hosts_take_turns() {
        add("a", 25);
        var other = add("b", 1);
        queues.done(queues.take(10));
        assertThat(queues.take(10)).containsAll(other);
    }

    @Test
    void what_nobody_waits_for_is_dropped() {
        var views = add("a", 3);
        views.get(0).giveUp();
        views.get(2).giveUp();
        assertThat(queues.take(10)).containsExactly(views.get(1));
        add("b", 1).getFirst().giveUp();
        assertThat(queues.take(10)).isEmpty();
        assertThat(queues.size()).isZero();
        var later = add("b", 1);
        assertThat(queues.take(10)).isEqualTo(later);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatever_the_traffic_each_host_keeps_its_order_and_nothing_is_lost(long seed) {
        var random = new Random(seed);
        var added = new ArrayList<PendingView>();
        var taken = new ArrayList<PendingView>();
        var flying = new ArrayList<List<PendingView>>();
        for (int step = 0; step < 2_000; step++) {
            switch (random.nextInt(3)) {
                case 0 -> added.addAll(add("host-" + random.nextInt(7), random.nextInt(4)));
                case 1 -> flying.add(queues.take(10));
                default -> {
                    if (!flying.isEmpty()) land(flying.remove(random.nextInt(flying.size())), taken);
                }
            }
        }
        while (!flying.isEmpty() || queues.hasReady()) {
            if (queues.hasReady()) flying.add(queues.take(10));
            land(flying.removeFirst(), taken);
        }
        for (int host = 0; host < 7; host++) assertThat(of("host-" + host, taken)).isEqualTo(of("host-" + host, added));
        assertThat(queues.size()).isZero();
    }

    private void land(List<PendingView> batch, List<PendingView> taken) {
        taken.addAll(batch);
        queues.done(batch);
    }

    private static List<UUID> of(String host, List<PendingView> views) {
        return views.stream().filter(view -> view.host().equals(host)).map(PendingView::eventId).toList();
    }

    private List<PendingView> add(String host, int count) {
        var views = new ArrayList<PendingView>();
        for (int i = 0; i < count; i++) {
            var id = UUID.randomUUID();
            views.add(new PendingView(id, host, new OutboundMessage("", Map.of(), Optional.of(host), id.toString())));
        }
        views.forEach(queues::add);
        return views;
    }
}
