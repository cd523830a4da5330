package dev.fanout.messaging.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.events.Event;
import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Counter;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Page;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.Span;
import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.Sum;
import dev.fanout.topology.Fanout;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagesTest {
    /** Names that strangers may choose, among them those that look like shards of others. */
    private static final List<String> NASTY = List.of(
            "a", "a~0", "a~0~3", "a~", "~", "%", "%7E", "a%7E0", "a%25", "a!", "a\u007f", "ä", "\uffff", "😀", "ab",
                    "A");

    private final Workshop workshop = new Workshop();
    private final StateStore state = workshop.state();

    record Note(String sk, String text) {}

    @Test
    void pages_cover_every_counter_once_and_sum_all_its_lanes_whatever_it_is_called() throws Exception {
        for (int instance = 0; instance < 6; instance++) count("sums", instance, NASTY);
        for (var limit : new int[] {1, 2, 5, 1_000}) {
            var found = new TreeMap<String, Long>();
            walk(List.of("sums"), Span.ALL, limit).forEach(sum ->
                    assertThat(found.put(sum.name(), sum.count("orders"))).as(sum.name()).isNull());
            assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(NASTY);
            assertThat(found.values()).containsOnly(6L);
        }
    }

    @Test
    void a_thousand_counters_are_read_in_pages_that_are_not_longer_than_asked() throws Exception {
        var names = IntStream.range(0, 1_000).mapToObj(i -> "host-" + i).toList();
        count("sums", 1, names);
        var page = state.sums(Fanout.INVENTORY, "sums", Span.ALL, 100);
        assertThat(page.items()).hasSize(100);
        assertThat(page.next()).isPresent();
        assertThat(walk(List.of("sums"), Span.ALL, 100)).extracting(Sum::name).doesNotHaveDuplicates().hasSize(1_000);
    }

    @Test
    void what_several_partitions_have_is_one_sum() throws Exception {
        count("one", 1, NASTY);
        count("two", 2, NASTY.subList(3, 9));
        var expected = new TreeMap<String, Long>();
        NASTY.forEach(name -> expected.put(name, 1L));
        NASTY.subList(3, 9).forEach(name -> expected.merge(name, 1L, Long::sum));
        for (var limit : new int[] {1, 3, 1_000}) {
            var found = new TreeMap<String, Long>();
            walk(List.of("one", "two", "none"), Span.ALL, limit).forEach(sum ->
                    assertThat(found.put(sum.name(), sum.count("orders"))).isNull());
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void a_span_has_its_beginning_and_not_its_end() throws Exception {
        count("sums", 1, List.of("by-ad#x", "by-host#a", "by-host#b", "by-host", "by-hosts"));
        assertThat(walk(List.of("sums"), Span.startingWith("by-host#"), 1)).extracting(Sum::name)
                .containsExactly("by-host#a", "by-host#b");
        assertThat(walk(List.of("sums"), Span.from("by-host#b").upTo("by-hosts"), 1)).extracting(Sum::name)
                .contains("by-host#b").doesNotContain("by-hosts", "by-host#a");
    }

    @Test
    void pages_cover_every_item_once_in_the_order_of_the_keys() {
        for (var name : NASTY) state.put(note(name), new Note(name, "text"));
        var all = new ArrayList<String>();
        Page.walk(Span.ALL, span -> state.page(Fanout.INVENTORY, "notes", span, 3, Note.class),
                note -> all.add(note.sk()));
        assertThat(all).containsExactlyInAnyOrderElementsOf(NASTY).startsWith("%").endsWith("😀");
        assertThat(state.find(List.of(note("a"), note("nobody's"), note("ä")))).extracting(Note::sk)
                .containsExactly("a", "ä");
    }

    @Test
    void there_is_no_page_without_a_bound() {
        for (var limit : new int[] {0, -1, StateStore.LARGEST_PAGE + 1, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> state.sums(Fanout.INVENTORY, "sums", Span.ALL, limit))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> state.page(Fanout.INVENTORY, "notes", Span.ALL, limit, Note.class))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private List<Sum> walk(List<String> partitions, Span span, int limit) {
        var all = new ArrayList<Sum>();
        Page.walk(span, part -> state.sums(Fanout.INVENTORY, partitions, part, limit), all::add);
        return all;
    }

    private static Key<Note> note(String name) {
        return new Key<>(Fanout.INVENTORY, "notes", name, Note.class);
    }

    /** By an instance that has a counter shard of its own. */
    private void count(String partition, int instance, List<String> names) throws Exception {
        Projection<OrderEvent> counting = (_, order) -> {
            var name = names.get(Integer.parseInt(order.orderId()));
            return Changes.NONE.add(new Counter(Fanout.INVENTORY, partition, name), "orders", 1);
        };
        var orders = IntStream.range(0, names.size()).mapToObj(i -> Orders.of("" + i, 1)).toArray(Event[]::new);
        workshop.pipeline(counting, workshop.effects(instance)).receive(workshop.deliveries(orders));
    }
}
