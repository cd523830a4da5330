package dev.fanout.auditor;

import dev.fanout.messaging.StateStore;
import dev.fanout.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was counted by the time that views claim. It is kept in parts of one length; several make a longer window. */
@Component
class CountedWindows {
    private final Ledger ledger;
    private final AuditorSettings rules;
    private final StateStore state;
    private final Clock clock;

    CountedWindows(Ledger ledger, AuditorSettings rules, StateStore state, Clock clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.state = state;
        this.clock = clock;
    }

    /** The last that is closed and those that are open, without the empty ones. */
    List<WindowSums> of(Duration length) {
        mustBeMultiple(length);
        var closed = state.find(ledger.closed()).orElse(Closed.NONE);
        // It may begin soon: hosts' clocks differ a little.
        var newest = rules.windowOf(clock.instant().plus(rules.future()));
        return shown(length, closed, newest, rules.longestWindow())
                .map(window -> sums(window, closed, newest))
                .filter(sums -> !sums.isEmpty())
                .toList();
    }

    /**
     * The oldest first.
     *
     * @param reach how far an answer goes back where nothing has been closed for long
     */
    static Stream<Window> shown(Duration length, Closed closed, Instant newest, Duration reach) {
        var lastClosed = Window.at(closed.until(), length).previous();
        var oldest = Window.at(newest.minus(reach), length).previous();
        var first = lastClosed.start().isAfter(oldest.start()) ? lastClosed : oldest;
        return Stream.iterate(first, window -> !window.start().isAfter(newest), Window::next);
    }

    private void mustBeMultiple(Duration asked) {
        if (!rules.isMultiple(asked))
            throw ProblemException.invalid("window", "must be a multiple of %s, at most %s"
                    .formatted(rules.window(), rules.longestWindow()));
    }

    private WindowSums sums(Window window, Closed closed, Instant newest) {
        var parts = window.parts(rules.window(), newest)
                .map(part -> state.sums(ledger.counts(), Ledger.partition(part), ""))
                .toList();
        return WindowSums.of(window, closed.has(window), parts);
    }
}
