package dev.fanout.auditor.vote;

import static dev.fanout.auditor.vote.TestLedger.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescentTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 9, 40, 700, 3_000})
    void it_finds_what_differs_and_nothing_else(int size) {
        var random = new Random(size);
        var own = new TreeSet<Entry>();
        var theirs = new TreeSet<Entry>();
        for (var i = 0; i < size; i++) {
            var entry = event(i, "host-" + i % 7).entry();
            if (random.nextInt(50) > 0) own.add(entry);
            if (random.nextInt(50) > 0) theirs.add(entry);
        }
        var descent = descend(new Tree(own), new Tree(theirs));
        assertThat(descent.theirsOnly()).containsExactlyInAnyOrderElementsOf(minus(theirs, own));
        assertThat(descent.ownOnly()).containsExactlyInAnyOrderElementsOf(minus(own, theirs));
    }

    @Test
    void nothing_and_everything_differ_in_everything() {
        var some = entries(0, 300);
        assertThat(descend(new Tree(List.of()), new Tree(some)).theirsOnly()).hasSize(300);
        assertThat(descend(new Tree(some), new Tree(List.of())).ownOnly()).hasSize(300);
    }

    @Test
    void the_same_events_have_the_same_root_in_whatever_order_they_came() {
        var some = new ArrayList<>(entries(0, 300));
        var root = new Tree(some).root();
        Collections.shuffle(some, new Random(1));
        assertThat(new Tree(some).root()).isEqualTo(root);
        some.removeLast();
        assertThat(new Tree(some).root()).isNotEqualTo(root);
    }

    @Test
    void an_id_twice_is_held_once() {
        var event = event(1, "host-1").entry();
        assertThat(new Tree(List.of(event, new Entry(event.eventId(), "host-2", event.digest()))).root().count()).isEqualTo(1);
    }

    @Test
    void a_node_belongs_to_one_place() {
        var tree = new Tree(entries(0, 300));
        var child = Path.ROOT.children().getFirst();
        assertThat(tree.node(Path.ROOT).opens(tree.root(), Path.ROOT)).isTrue();
        assertThat(tree.node(child).opens(tree.ref(child), child)).isTrue();
        var leaf = new Tree(entries(0, 5)).node(Path.ROOT);
        assertThat(leaf.opens(leaf.ref(), Path.ROOT)).isTrue();
        assertThat(leaf.opens(leaf.ref(), child)).isFalse();
    }

    @Test
    void a_set_has_one_shape() {
        var many = entries(0, 30);
        assertThat(new Node.Leaf(new ArrayList<>(many)).belongsAt(Path.ROOT)).as("too large").isFalse();
        var few = ((Node.Leaf) new Tree(entries(0, 5)).node(Path.ROOT)).entries();
        assertThat(new Node.Leaf(few.reversed()).belongsAt(Path.ROOT)).as("out of order").isFalse();
        assertThat(new Node.Leaf(List.of(few.getFirst(), few.getFirst())).belongsAt(Path.ROOT)).as("twice").isFalse();
        var parts = Path.ROOT.children().stream().map(new Tree(entries(0, 5))::ref).toList();
        assertThat(new Node.Inner(parts).belongsAt(Path.ROOT)).as("too small to be divided").isFalse();
    }

    private static Descent descend(Tree own, Tree theirs) {
        var descent = new Descent(own, theirs.root());
        while (!descent.isDone())
            for (var range : descent.next()) {
                var opened = new Statement.Opened(range.path(), range.ref(), theirs.node(range.path()));
                assertThat(descent.open(own, opened)).isTrue();
            }
        return descent;
    }

    private static Collection<Entry> entries(int from, int to) {
        return new TestLedger().holds(1, TestLedger.events(from, to, "host-1")).entries(1);
    }

    private static List<Entry> minus(Collection<Entry> all, Collection<Entry> some) {
        return all.stream().filter(entry -> !some.contains(entry)).toList();
    }
}
