package dev.fanout.auditor.vote.verdict;

import static dev.fanout.auditor.vote.TestLedger.events;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.auditor.vote.TestLedger;
import dev.fanout.auditor.vote.merkle.MerkleTree;
import dev.fanout.auditor.vote.merkle.ViewEvent;
import dev.fanout.auditor.vote.message.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Given these claims, this verdict. */
class TallyTest {
    private static final List<ViewEvent> FILM = events(0, 10, "host-1");

    private final Map<String, List<ViewEvent>> held = new HashMap<>(Map.of("a", FILM, "b", FILM, "c", FILM));
    private final Map<String, Long> countedTwice = new HashMap<>();

    @Test
    void all_hold_the_same() {
        var count = count();
        assertThat(count.reconciled()).isEqualTo(10);
        assertThat(count.claimed()).containsOnly(Map.entry("a", 10L), Map.entry("b", 10L), Map.entry("c", 10L));
        assertThat(count.majorityIsWrong()).isFalse();
        assertThat(verdict().disputed()).isEmpty();
        assertThat(verdict().missed()).isEmpty();
    }

    @Test
    void each_misses_another_event_and_the_majority_of_counts_is_wrong() {
        held.put("a", FILM.subList(1, 10));
        held.put("b", FILM.subList(0, 9));
        held.put("c", without(5));
        assertThat(count().majority()).isEqualTo(OptionalLong.of(9));
        assertThat(count().reconciled()).isEqualTo(10);
        assertThat(count().majorityIsWrong()).isTrue();
        assertThat(verdict().missed()).containsExactlyInAnyOrder(
                new Verdict.Missed(FILM.get(0).entry(), "a"),
                new Verdict.Missed(FILM.get(9).entry(), "b"),
                new Verdict.Missed(FILM.get(5).entry(), "c"));
    }

    @Test
    void one_counts_some_twice_and_its_own_events_show_it() {
        countedTwice.put("b", 3L);
        assertThat(count().claimed()).containsEntry("b", 13L);
        assertThat(count().held()).containsEntry("b", 10L);
        assertThat(count().overcounted()).containsExactly("b");
        assertThat(count().reconciled()).isEqualTo(10);
    }

    @Test
    void two_count_twice_and_have_the_majority_but_not_the_events() {
        countedTwice.putAll(Map.of("a", 1L, "b", 1L));
        assertThat(count().majority()).isEqualTo(OptionalLong.of(11));
        assertThat(count().reconciled()).isEqualTo(10);
    }

    @Test
    void what_one_invents_is_disputed_and_does_not_count() {
        var invented = TestLedger.event(99, "host-1");
        held.put("c", with(invented));
        assertThat(count().reconciled()).isEqualTo(10);
        assertThat(count().claimed()).containsEntry("c", 11L);
        assertThat(verdict().disputed()).containsExactly(new Verdict.Disputed(invented.entry(), "c"));
    }

    @Test
    void an_event_with_another_content_is_another_event() {
        var altered = new ViewEvent(FILM.getFirst().eventId(), "host-2", "of host-2, says c".getBytes());
        var others = new ArrayList<>(FILM.subList(1, 10));
        others.add(altered);
        held.put("c", others);
        assertThat(verdict().hosts().keySet()).containsExactly("host-1", "host-2");
        assertThat(count().reconciled()).isEqualTo(10);
        assertThat(verdict().disputed()).containsExactly(new Verdict.Disputed(altered.entry(), "c"));
        assertThat(verdict().missed()).containsExactly(new Verdict.Missed(FILM.getFirst().entry(), "c"));
    }

    @Test
    void of_two_both_have_to_hold_an_event() {
        held.remove("c");
        held.put("b", FILM.subList(0, 7));
        assertThat(count().reconciled()).isEqualTo(7);
        assertThat(verdict().disputed()).hasSize(3).allMatch(disputed -> disputed.holder().equals("a"));
    }

    @Test
    void one_alone_decides_nothing() {
        held.keySet().retainAll(List.of("a"));
        assertThat(count().reconciled()).isZero();
        assertThat(count().claimed()).containsOnly(Map.entry("a", 10L));
        assertThat(count().majority()).isEmpty();
    }

    @Test
    void a_host_that_only_one_has_heard_of_is_shown_with_nothing() {
        held.put("c", with(TestLedger.event(99, "host-9")));
        var count = Objects.requireNonNull(verdict().hosts().get("host-9"));
        assertThat(count.reconciled()).isZero();
        assertThat(count.majority()).isEqualTo(OptionalLong.of(0));
        assertThat(count.claimed()).containsOnly(Map.entry("a", 0L), Map.entry("b", 0L), Map.entry("c", 1L));
    }

    private Verdict.HostCount count() {
        return Objects.requireNonNull(verdict().hosts().get("host-1"));
    }

    private Verdict verdict() {
        var claims = new TreeMap<String, Statement.Claim>();
        held.forEach((auditor, events) -> claims.put(auditor, claim(auditor, events)));
        return new Tally(claims, comparison()).verdict(Verdict.Standing.FINAL, Optional.empty());
    }

    private Statement.Claim claim(String auditor, List<ViewEvent> events) {
        var ledger = new TestLedger().holds(1, events).countsMore(1, "host-1", countedTwice.getOrDefault(auditor, 0L));
        return new Statement.Claim(1, auditor, new TreeMap<>(ledger.counts(1)), new MerkleTree(ledger.entries(1))
                .root());
    }

    /** The plain way. */
    private ClaimComparison comparison() {
        var all = new ClaimComparison(new TreeMap<>(), new TreeMap<>());
        held.forEach((auditor, events) -> events.forEach(event ->
                all.contested().computeIfAbsent(event.entry(), _ -> new TreeSet<>()).add(auditor)));
        all.contested().entrySet().removeIf(entry -> {
            var byAll = entry.getValue().size() == held.size();
            if (byAll) all.agreed().merge(entry.getKey().hostId(), 1L, Long::sum);
            return byAll;
        });
        return all;
    }

    private static List<ViewEvent> without(int index) {
        var rest = new ArrayList<>(FILM);
        rest.remove(index);
        return rest;
    }

    private static List<ViewEvent> with(ViewEvent more) {
        var all = new ArrayList<>(FILM);
        all.add(more);
        return all;
    }
}
