package dev.fanout.auditor.vote;

import static dev.fanout.auditor.vote.TestLedger.event;
import static dev.fanout.auditor.vote.TestLedger.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.auditor.vote.codec.MalformedMessageException;
import dev.fanout.auditor.vote.merkle.MerkleRef;
import dev.fanout.auditor.vote.merkle.MerkleTree;
import dev.fanout.auditor.vote.merkle.ViewEvent;
import dev.fanout.auditor.vote.message.FaultProof;
import dev.fanout.auditor.vote.message.Message;
import dev.fanout.auditor.vote.message.SignedStatement;
import dev.fanout.auditor.vote.message.Statement;
import dev.fanout.auditor.vote.verdict.Verdict;
import dev.fanout.auditor.vote.verdict.Verdict.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VoterTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Three three = new Three();

    private void allHold(List<ViewEvent> events) {
        for (var name : Three.NAMES) three.ledger(name).holds(1, events);
    }

    @Test
    void three_that_hold_the_same_decide_without_a_tick() {
        allHold(events(0, 100, "host-1"));
        three.close(1);
        for (var name : Three.NAMES) {
            assertThat(three.verdict(name).standing()).isEqualTo(Standing.FINAL);
            assertThat(host(three.verdict(name)).reconciled()).isEqualTo(100);
        }
    }

    @Test
    void who_misses_an_event_is_given_it_and_told_by_whom() {
        allHold(events(0, 100, "host-1"));
        var missed = event(200, "host-1");
        three.ledger("b").holds(1, List.of(missed));
        three.ledger("c").holds(1, List.of(missed));
        three.close(1);
        var told = three.told("a", Output.Missed.class);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().event()).isEqualTo(missed);
        assertThat(host(three.verdict("a")).reconciled()).isEqualTo(101);
        assertThat(host(three.verdict("a")).claimed()).containsEntry("a", 100L);
    }

    @Test
    void of_windows_before_its_journal_begins_an_auditor_says_nothing() {
        allHold(events(0, 10, "host-1"));
        var claim = new Voter(Three.settings("b"), new TestSeal("b"), three.ledger("b"), List.of(), 0).close(1);
        var late = new Voter(Three.settings("a"), new TestSeal("a"), three.ledger("a"), List.of(), 2);
        assertThat(late.close(1)).isEmpty();
        late.close(2);
        for (var output : claim)
            if (output instanceof Output.Send send) assertThat(late.receive(send.message())).isEmpty();
    }

    @Test
    void after_a_start_a_window_that_waits_for_the_third_is_neither_read_nor_shown_again() {
        allHold(events(0, 20, "host-1"));
        three.isDown("c");
        three.close(1);
        three.pass(LONG);
        three.isDown("a");
        three.starts("a");
        var shown = three.verdicts("a").size();
        three.ledger("a").reads = 0;
        three.pass(LONG);
        three.pass(LONG);
        assertThat(three.verdicts("a")).hasSize(shown);
        assertThat(three.ledger("a").reads).isZero();
        three.starts("c");
        three.close(1);
        three.pass(LONG);
        assertThat(three.verdict("a").standing()).isEqualTo(Standing.FINAL);
    }

    @Test
    void after_a_start_a_proven_liar_is_not_waited_for() {
        allHold(events(0, 20, "host-1"));
        three.isDown("c");
        three.close(1);
        three.receives("a", new FaultProof(claimOfC(1), Optional.of(claimOfC(2))).bytes());
        assertThat(three.verdict("a").leftOut()).hasValue("c");
        three.isDown("a");
        three.journal("a").removeIf(line -> Message.read(line) instanceof Message.Finished);
        three.starts("a");
        var before = three.verdicts("a").size();
        three.pass(LONG);
        assertThat(three.verdicts("a")).hasSizeGreaterThan(before);
        assertThat(three.verdict("a").standing()).isEqualTo(Standing.FINAL);
    }

    private static SignedStatement claimOfC(long count) {
        var counts = new TreeMap<>(Map.of("host-1", count));
        return SignedStatement.by(new TestSeal("c"), new Statement.Claim(1, "c", counts, MerkleRef.NOTHING));
    }

    @Test
    void with_one_down_it_is_provisional_and_becomes_final_when_it_is_back() {
        allHold(events(0, 20, "host-1"));
        three.isDown("c");
        three.close(1);
        three.pass(Duration.ofSeconds(1));
        assertThat(three.verdicts("a")).isEmpty();
        three.pass(LONG);
        assertThat(three.verdict("a").standing()).isEqualTo(Standing.PROVISIONAL);
        assertThat(three.verdict("a")).isEqualTo(three.verdict("b"));
        three.starts("c");
        three.close(1);
        three.pass(LONG);
        assertThat(three.verdict("a").standing()).isEqualTo(Standing.FINAL);
        assertThat(three.verdict("a")).isEqualTo(three.verdict("c"));
    }

    @Test
    void one_that_stays_away_leaves_it_provisional_forever() {
        allHold(events(0, 20, "host-1"));
        three.isDown("c");
        three.close(1);
        for (var i = 0; i < 100; i++) three.pass(LONG);
        assertThat(three.verdicts("a")).hasSize(1);
        assertThat(three.verdict("a").standing()).isEqualTo(Standing.PROVISIONAL);
    }

    @Test
    void alone_there_is_no_verdict() {
        allHold(events(0, 20, "host-1"));
        three.isDown("b");
        three.isDown("c");
        three.close(1);
        three.pass(LONG);
        three.pass(LONG);
        assertThat(three.verdict("a").standing()).isEqualTo(Standing.ABSENT);
    }

    @Test
    void two_claims_for_one_window_are_a_lie_and_its_author_is_left_out() {
        allHold(events(0, 20, "host-1"));
        three.isDown("c");
        three.close(1);
        three.receives("a", claim("c", events(0, 21, "host-1")));
        three.receives("b", claim("c", events(0, 19, "host-1")));
        three.pass(LONG);
        three.pass(LONG);
        for (var name : List.of("a", "b")) {
            assertThat(three.verdict(name).standing()).isEqualTo(Standing.FINAL);
            assertThat(three.verdict(name).leftOut()).contains("c");
            assertThat(three.told(name, Output.Caught.class)).extracting(Output.Caught::auditor).containsExactly("c");
        }
    }

    @Test
    void a_lie_that_comes_out_later_changes_no_verdict() {
        allHold(events(0, 20, "host-1"));
        three.close(1);
        var before = three.verdict("a");
        three.receives("a", claim("c", events(0, 21, "host-1")));
        three.pass(LONG);
        assertThat(three.told("b", Output.Caught.class)).hasSize(1);
        assertThat(three.verdicts("a")).containsExactly(before);
        assertThat(three.verdicts("b")).containsExactly(before);
    }

    @Test
    void a_claim_that_another_has_signed_says_nothing() {
        allHold(events(0, 20, "host-1"));
        three.isDown("c");
        three.close(1);
        three.receives("a", SignedStatement.by(new TestSeal("b"), theClaim("c", events(0, 21, "host-1"))).bytes());
        three.pass(LONG);
        three.pass(LONG);
        assertThat(three.verdict("a").auditors()).containsExactly("a", "b");
    }

    @Test
    void after_a_restart_it_stands_by_what_it_had_signed() {
        allHold(events(0, 20, "host-1"));
        three.isDown("c");
        three.close(1);
        three.isDown("a");
        three.starts("a");
        three.close(1);
        three.starts("c");
        three.close(1);
        three.pass(LONG);
        three.pass(LONG);
        assertThat(three.told("b", Output.Caught.class)).isEmpty();
        assertThat(three.verdict("a").standing()).isEqualTo(Standing.FINAL);
        assertThat(three.verdict("a")).isEqualTo(three.verdict("b"));
    }

    @Test
    void after_a_restart_it_does_not_decide_again() {
        allHold(events(0, 20, "host-1"));
        three.close(1);
        three.isDown("a");
        three.starts("a");
        three.close(1);
        three.pass(LONG);
        assertThat(three.verdicts("a")).hasSize(1);
    }

    @Test
    void whose_ledger_has_changed_says_so_and_stays_out() {
        allHold(events(0, 20, "host-1"));
        three.isDown("b");
        three.isDown("c");
        three.close(1);
        three.isDown("a");
        three.ledger("a").holds(1, events(50, 51, "host-1"));
        three.starts("a");
        three.starts("b");
        three.starts("c");
        three.close(1);
        three.pass(LONG);
        three.pass(LONG);
        assertThat(three.told("a", Output.LedgerChanged.class)).hasSize(1);
        assertThat(three.told("b", Output.Caught.class)).isEmpty();
        assertThat(three.verdict("b").standing()).isEqualTo(Standing.PROVISIONAL);
    }

    @Test
    void only_the_last_windows_are_kept() {
        for (var window = 0; window < 1_002; window++) three.close(window);
        assertThat(three.told("a", Output.Forgotten.class)).extracting(Output.Forgotten::window)
                .containsExactly(0L, 1L);
        assertThat(three.voter("a").close(1)).isEmpty();
    }

    @Test
    void windows_far_ahead_are_not_listened_to() {
        three.close(1);
        var ahead = SignedStatement.by(new TestSeal("b"),
                new Statement.Claim(1_000_000, "b", new TreeMap<>(), MerkleRef.NOTHING));
        assertThat(three.voter("a").receive(ahead.bytes())).isEmpty();
    }

    @Test
    void rubbish_is_refused() {
        assertThatThrownBy(() -> three.voter("a").receive("hello".getBytes()))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void a_vote_is_between_three() {
        assertThatThrownBy(() -> VoterSettings.of("a", List.of("a", "b"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VoterSettings.of("a", List.of("b"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] claim(String author, List<ViewEvent> events) {
        return SignedStatement.by(new TestSeal(author), theClaim(author, events)).bytes();
    }

    private static Statement.Claim theClaim(String author, List<ViewEvent> events) {
        var counts = new TreeMap<>(Map.of("host-1", (long) events.size()));
        return new Statement.Claim(1, author, counts, new MerkleTree(new TestLedger().holds(1, events).entries(1))
                .root());
    }

    private static Verdict.HostCount host(Verdict verdict) {
        return Objects.requireNonNull(verdict.hosts().get("host-1"));
    }
}
