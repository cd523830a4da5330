package dev.fanout.auditor.vote;

import static dev.fanout.auditor.vote.TestLedger.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.auditor.vote.merkle.ClaimEntry;
import dev.fanout.auditor.vote.merkle.KeyRange;
import dev.fanout.auditor.vote.merkle.MerkleNode;
import dev.fanout.auditor.vote.merkle.MerkleTree;
import dev.fanout.auditor.vote.message.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleDiffTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 9, 40, 700, 3_000})
    void it_finds_what_differs_and_nothing_else(int size) {
        var random = new Random(size);
        var own = new TreeSet<ClaimEntry>();
        var theirs = new TreeSet<ClaimEntry>();
        for (var i = 0; i < size; i++) {
            var entry = event(i, "host-" + i % 7).entry();
            if (random.nextInt(50) > 0) own.add(entry);
            if (random.nextInt(50) > 0) theirs.add(entry);
        }
        var diff = descend(new MerkleTree(own), new MerkleTree(theirs));
        assertThat(diff.theirsOnly()).containsExactlyInAnyOrderElementsOf(minus(theirs, own));
        assertThat(diff.ownOnly()).containsExactlyInAnyOrderElementsOf(minus(own, theirs));
    }

    @Test
    void nothing_and_everything_differ_in_everything() {
        var some = entries(0, 300);
        assertThat(descend(new MerkleTree(List.of()), new MerkleTree(some)).theirsOnly()).hasSize(300);
        assertThat(descend(new MerkleTree(some), new MerkleTree(List.of())).ownOnly()).hasSize(300);
    }

    @Test
    void the_same_events_have_the_same_root_in_whatever_order_they_came() {
        var some = new ArrayList<>(entries(0, 300));
        var root = new MerkleTree(some).root();
        Collections.shuffle(some, new Random(1));
        assertThat(new MerkleTree(some).root()).isEqualTo(root);
        some.removeLast();
        assertThat(new MerkleTree(some).root()).isNotEqualTo(root);
    }

    @Test
    void an_id_twice_is_held_once() {
        var event = event(1, "host-1").entry();
        assertThat(new MerkleTree(List.of(event, new ClaimEntry(event.eventId(), "host-2", event.digest()))).root()
                .count()).isEqualTo(1);
    }

    @Test
    void a_node_belongs_to_one_place() {
        var tree = new MerkleTree(entries(0, 300));
        var child = KeyRange.ROOT.children().getFirst();
        assertThat(tree.node(KeyRange.ROOT).opens(tree.root(), KeyRange.ROOT)).isTrue();
        assertThat(tree.node(child).opens(tree.ref(child), child)).isTrue();
        var leaf = new MerkleTree(entries(0, 5)).node(KeyRange.ROOT);
        assertThat(leaf.opens(leaf.ref(), KeyRange.ROOT)).isTrue();
        assertThat(leaf.opens(leaf.ref(), child)).isFalse();
    }

    @Test
    void a_set_has_one_shape() {
        var many = entries(0, 30);
        assertThat(new MerkleNode.Leaf(new ArrayList<>(many)).belongsAt(KeyRange.ROOT)).as("too large").isFalse();
        var few = ((MerkleNode.Leaf) new MerkleTree(entries(0, 5)).node(KeyRange.ROOT)).entries();
        assertThat(new MerkleNode.Leaf(few.reversed()).belongsAt(KeyRange.ROOT)).as("out of order").isFalse();
        assertThat(new MerkleNode.Leaf(List.of(few.getFirst(), few.getFirst())).belongsAt(KeyRange.ROOT)).as("twice")
                .isFalse();
        var parts = KeyRange.ROOT.children().stream().map(new MerkleTree(entries(0, 5))::ref).toList();
        assertThat(new MerkleNode.Inner(parts).belongsAt(KeyRange.ROOT)).as("too small to be divided").isFalse();
    }

    private static MerkleDiff descend(MerkleTree own, MerkleTree theirs) {
        var diff = new MerkleDiff(own, theirs.root());
        while (!diff.isDone())
            for (var range : diff.next()) {
                var opened = new Statement.Opened(range.range(), range.ref(), theirs.node(range.range()));
                assertThat(diff.open(own, opened)).isTrue();
            }
        return diff;
    }

    private static Collection<ClaimEntry> entries(int from, int to) {
        return new TestLedger().holds(1, TestLedger.events(from, to, "host-1")).entries(1);
    }

    private static List<ClaimEntry> minus(Collection<ClaimEntry> all, Collection<ClaimEntry> some) {
        return all.stream().filter(entry -> !some.contains(entry)).toList();
    }
}
