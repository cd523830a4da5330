package dev.fanout.auditor.peers;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.auditor.peers.store.ChunkedStore;
import dev.fanout.auditor.peers.store.VoteJournal;
import dev.fanout.auditor.peers.store.VoteTable;
import dev.fanout.auditor.peers.store.WindowCalendar;
import dev.fanout.auditor.peers.store.WindowSnapshots;
import dev.fanout.auditor.vote.merkle.ViewEvent;
import dev.fanout.messaging.StateStore;
import dev.fanout.testing.OnFanoutStack;
import dev.fanout.topology.Fanout;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the vote keeps in its table. Each test has windows of its own length, and so places of its own. */
@OnFanoutStack
@SpringBootTest(properties = "fanout.auditor.vote.enabled=false", webEnvironment = SpringBootTest.WebEnvironment.MOCK)
class KeptVotesTest {
    private static final AtomicInteger LENGTHS = new AtomicInteger(1);

    private final StateStore state;
    private VoteTable table;
    private long now;

    @Autowired
    KeptVotesTest(StateStore state) {
        this.state = state;
        this.table = shelf(Duration.ofSeconds(LENGTHS.getAndIncrement()));
    }

    private VoteTable shelf(Duration length) {
        var auditor = Fanout.TOPOLOGY.voters().getFirst();
        return new VoteTable(state, auditor, new WindowCalendar(length), Clock.systemUTC());
    }

    @BeforeEach
    void lookAtTheClock() {
        now = table.calendar().number(Instant.now());
    }

    @Test
    void what_is_longer_than_an_item_comes_back_whole() {
        var content = new byte[600_000];
        new Random(1).nextBytes(content);
        var name = table.pieces("long").keep(now, content, table.expiry());
        assertThat(table.pieces("long").find(name)).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(content));
        assertThat(table.pieces("long").of(now)).singleElement().isEqualTo(content);
        assertThat(table.pieces("long").of(now + 1)).isEmpty();
    }

    @Test
    void what_was_left_half_written_was_never_kept() {
        var piece = new ChunkedStore.Piece(WindowCalendar.name(now) + "#half#000000", 2, "aGFsZg==", 0);
        state.put(table.key("half", piece.sk(), ChunkedStore.Piece.class), piece);
        assertThat(table.pieces("half").of(now)).isEmpty();
        assertThat(table.pieces("half").find(WindowCalendar.name(now) + "#half")).isEmpty();
    }

    @Test
    void the_journal_gives_back_what_was_kept_once_each() {
        var journal = new VoteJournal(table);
        journal.keep(now, new byte[] {1});
        journal.keep(now, new byte[] {2});
        journal.keep(now, new byte[] {1});
        assertThat(new VoteJournal(table).linesFrom(now)).containsExactlyInAnyOrder(new byte[] {1}, new byte[] {2});
    }

    @Test
    void a_line_of_which_nobody_knows_whether_it_is_kept_is_kept_before_the_journal_is_read() {
        var flaky = new FlakyStore(state, 1, 2);
        var journal = new VoteJournal(new VoteTable(
                flaky, Fanout.TOPOLOGY.voters().getFirst(), table.calendar(), Clock.systemUTC()));
        assertThatThrownBy(() -> journal.keep(now, new byte[] {1})).hasMessage("the store does not answer");
        flaky.fails(0);
        assertThat(journal.linesFrom(now)).containsExactly(new byte[] {1});
    }

    @Test
    void windows_of_another_length_are_other_windows() {
        new VoteJournal(table).keep(now, new byte[] {1});
        assertThat(new VoteJournal(shelf(Duration.ofDays(1))).linesFrom(0)).isEmpty();
    }

    @Test
    void a_window_holds_what_it_held_when_it_was_frozen() {
        var ledger = new GivenWindows(table.calendar().start(now), List.of(event("host")));
        var frozen = new WindowSnapshots(table, ledger);
        assertThat(frozen.freeze(now)).isTrue();
        ledger.hears(event("late"));
        var restarted = new WindowSnapshots(table, ledger);
        assertThat(restarted.freeze(now)).isTrue();
        assertThat(restarted.newest()).hasValue(now);
        assertThat(restarted.counts(now)).containsOnlyKeys("host");
        assertThat(restarted.entries(now)).singleElement().satisfies(entry ->
                assertThat(entry.hostId()).isEqualTo("host"));
    }

    @Test
    void a_window_is_not_frozen_before_all_that_was_counted_is_found() {
        var ledger = new GivenWindows(table.calendar().start(now), List.of());
        ledger.isComplete(false);
        var frozen = new WindowSnapshots(table, ledger);
        assertThat(frozen.freeze(now)).isFalse();
        ledger.hears(event("host"));
        ledger.isComplete(true);
        eventually(() -> assertThat(frozen.freeze(now)).isTrue());
        assertThat(frozen.entries(now)).hasSize(1);
    }

    @Test
    void closing_begins_with_the_last_that_was_frozen_since_its_claim_may_be_missing() {
        var ledger = new GivenWindows(table.calendar().start(now), List.of());
        var frozen = new WindowSnapshots(table, ledger);
        var closedWindows = new ClosedWindowFeed(table.calendar(), ledger, frozen);
        closedWindows.begin();
        var first = closedWindows.next().orElseThrow();
        assertThat(closedWindows.next()).hasValue(first + 1);
        closedWindows.begin();
        assertThat(closedWindows.next()).hasValue(first + 1);
    }

    private static ViewEvent event(String host) {
        return new ViewEvent(UUID.randomUUID(), host, host.getBytes());
    }
}
