package dev.fanout.auditor.peers;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.auditor.vote.Event;
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
    private Shelf shelf;
    private long now;

    @Autowired
    KeptVotesTest(StateStore state) {
        this.state = state;
        this.shelf = shelf(Duration.ofSeconds(LENGTHS.getAndIncrement()));
    }

    private Shelf shelf(Duration length) {
        var auditor = Fanout.TOPOLOGY.voters().getFirst();
        return new Shelf(state, auditor, new Calendar(length), Clock.systemUTC());
    }

    @BeforeEach
    void lookAtTheClock() {
        now = shelf.calendar().number(Instant.now());
    }

    @Test
    void what_is_longer_than_an_item_comes_back_whole() {
        var content = new byte[600_000];
        new Random(1).nextBytes(content);
        var name = shelf.pieces("long").keep(now, content, shelf.expiry());
        assertThat(shelf.pieces("long").find(name)).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(content));
        assertThat(shelf.pieces("long").of(now)).singleElement().isEqualTo(content);
        assertThat(shelf.pieces("long").of(now + 1)).isEmpty();
    }

    @Test
    void what_was_left_half_written_was_never_kept() {
        var piece = new Pieces.Piece(Calendar.name(now) + "#half#000000", 2, "aGFsZg==", 0);
        state.put(shelf.key("half", piece.sk(), Pieces.Piece.class), piece);
        assertThat(shelf.pieces("half").of(now)).isEmpty();
        assertThat(shelf.pieces("half").find(Calendar.name(now) + "#half")).isEmpty();
    }

    @Test
    void the_journal_gives_back_what_was_kept_once_each() {
        var journal = new Journal(shelf);
        journal.keep(now, new byte[] {1});
        journal.keep(now, new byte[] {2});
        journal.keep(now, new byte[] {1});
        assertThat(new Journal(shelf).linesFrom(now)).containsExactlyInAnyOrder(new byte[] {1}, new byte[] {2});
    }

    @Test
    void a_line_of_which_nobody_knows_whether_it_is_kept_is_kept_before_the_journal_is_read() {
        var flaky = new FlakyStore(state, 1, 2);
        var journal = new Journal(new Shelf(flaky, Fanout.TOPOLOGY.voters().getFirst(), shelf.calendar(), Clock.systemUTC()));
        assertThatThrownBy(() -> journal.keep(now, new byte[] {1})).hasMessage("the store does not answer");
        flaky.fails(0);
        assertThat(journal.linesFrom(now)).containsExactly(new byte[] {1});
    }

    @Test
    void windows_of_another_length_are_other_windows() {
        new Journal(shelf).keep(now, new byte[] {1});
        assertThat(new Journal(shelf(Duration.ofDays(1))).linesFrom(0)).isEmpty();
    }

    @Test
    void a_window_holds_what_it_held_when_it_was_frozen() {
        var ledger = new GivenWindows(shelf.calendar().start(now), List.of(event("host")));
        var frozen = new FrozenWindows(shelf, ledger);
        assertThat(frozen.freeze(now)).isTrue();
        ledger.hears(event("late"));
        var restarted = new FrozenWindows(shelf, ledger);
        assertThat(restarted.freeze(now)).isTrue();
        assertThat(restarted.newest()).hasValue(now);
        assertThat(restarted.counts(now)).containsOnlyKeys("host");
        assertThat(restarted.entries(now)).singleElement().satisfies(entry ->
                assertThat(entry.hostId()).isEqualTo("host"));
    }

    @Test
    void a_window_is_not_frozen_before_all_that_was_counted_is_found() {
        var ledger = new GivenWindows(shelf.calendar().start(now), List.of());
        ledger.isComplete(false);
        var frozen = new FrozenWindows(shelf, ledger);
        assertThat(frozen.freeze(now)).isFalse();
        ledger.hears(event("host"));
        ledger.isComplete(true);
        eventually(() -> assertThat(frozen.freeze(now)).isTrue());
        assertThat(frozen.entries(now)).hasSize(1);
    }

    @Test
    void closing_begins_with_the_last_that_was_frozen_since_its_claim_may_be_missing() {
        var ledger = new GivenWindows(shelf.calendar().start(now), List.of());
        var frozen = new FrozenWindows(shelf, ledger);
        var closing = new Closing(shelf.calendar(), ledger, frozen);
        closing.begin();
        var first = closing.next().orElseThrow();
        assertThat(closing.next()).hasValue(first + 1);
        closing.begin();
        assertThat(closing.next()).hasValue(first + 1);
    }

    private static Event event(String host) {
        return new Event(UUID.randomUUID(), host, host.getBytes());
    }
}
