package dev.fanout.auditor.peers;

import dev.fanout.auditor.peers.network.Peers;
import dev.fanout.auditor.peers.store.MissedEvents;
import dev.fanout.auditor.peers.store.VoteJournal;
import dev.fanout.auditor.peers.store.WindowCalendar;
import dev.fanout.auditor.peers.verdict.VerdictStore;
import dev.fanout.auditor.peers.verdict.VoteMetrics;
import dev.fanout.auditor.vote.Output;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what the vote wants done, strictly in its order: nothing is sent or shown before what stands above is kept. */
final class OutputExecutor {
    private static final Logger log = LoggerFactory.getLogger(OutputExecutor.class);

    private final VoteJournal journal;
    private final Peers peers;
    private final VerdictStore verdicts;
    private final MissedEvents missed;
    private final VoteMetrics metrics;
    private final WindowCalendar calendar;

    OutputExecutor(VoteJournal journal, Peers peers, VerdictStore verdicts, MissedEvents missed, VoteMetrics metrics,
            WindowCalendar calendar) {
        this.journal = journal;
        this.peers = peers;
        this.verdicts = verdicts;
        this.missed = missed;
        this.metrics = metrics;
        this.calendar = calendar;
    }

    void carryOut(List<Output> outputs) {
        outputs.forEach(this::carryOut);
    }

    private void carryOut(Output output) {
        switch (output) {
            case Output.Keep(var window, var line) -> journal.keep(window, line);
            case Output.Send(var to, var message) -> {
                metrics.sent(message.length);
                peers.send(to, message);
            }
            case Output.Decided(var verdict, var traffic) -> {
                verdicts.decided(verdict, traffic);
                missed.complete(verdict);
            }
            case Output.Missed(var window, var event, var reporters) -> missed.keep(window, event, reporters);
            case Output.Caught caught -> caught(caught);
            case Output.LedgerChanged(var window) -> log.error(
                    "window {}: what it held is not what was signed: this auditor stays out of it",
                    calendar.start(window));
            case Output.Forgotten _ -> { } // its lines expire
        }
    }

    private void caught(Output.Caught caught) {
        log.warn("window {}: {} is proven to lie: {}", calendar.start(caught.window()), caught.auditor(),
                caught.reason());
        metrics.caught(caught.auditor());
    }
}
