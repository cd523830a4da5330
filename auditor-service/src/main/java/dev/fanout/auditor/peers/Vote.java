package dev.fanout.auditor.peers;

import dev.fanout.auditor.peers.network.Mailbox;
import dev.fanout.auditor.peers.store.VoteJournal;
import dev.fanout.auditor.peers.store.VoteTable;
import dev.fanout.auditor.peers.store.WindowSnapshots;
import dev.fanout.auditor.vote.Voter;
import dev.fanout.auditor.vote.VoterSettings;
import dev.fanout.auditor.vote.codec.MalformedMessageException;
import dev.fanout.auditor.vote.message.Signer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This auditor's part in the vote, by one thread. Whatever goes wrong in it, it begins again from its journal, as after
 * a crash: that is the one way back which the protocol is proven for.
 */
final class Vote {
    private static final Logger log = LoggerFactory.getLogger(Vote.class);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 256;

    private final VoterSettings settings;
    private final Signer signer;
    private final VoteJournal journal;
    private final WindowSnapshots frozen;
    private final ClosedWindowFeed closedWindows;
    private final OutputExecutor outputs;
    private final VoteTable table;
    private final Mailbox inbox;

    Vote(VoterSettings settings, Signer signer, VoteJournal journal, WindowSnapshots frozen,
            ClosedWindowFeed closedWindows, OutputExecutor outputs,
            VoteTable table) {
        this.settings = settings;
        this.signer = signer;
        this.journal = journal;
        this.frozen = frozen;
        this.closedWindows = closedWindows;
        this.outputs = outputs;
        this.table = table;
        this.inbox = new Mailbox(settings.others());
    }

    /** From any thread. False if it does not fit: then it is lost, as any message may be. */
    boolean hear(String from, byte[] message) {
        return inbox.offer(from, message);
    }

    /** Until it is interrupted. */
    void run() throws InterruptedException {
        while (true) {
            try {
                live();
            } catch (RuntimeException e) {
                if (Thread.interrupted()) throw new InterruptedException();
                log.warn("{}: the vote begins again from its journal: {}", settings.self(), e.toString());
                Thread.sleep(PAUSE);
            }
        }
    }

    private void live() throws InterruptedException {
        var first = journal.first();
        var voter = new Voter(settings, signer, frozen, journal.linesFrom(first), first);
        closedWindows.begin();
        for (var tick = System.nanoTime(); ; tick = Math.max(System.nanoTime(), tick + TICK.toNanos())) {
            hearUntil(tick, voter);
            closedWindows.next().ifPresent(window -> outputs.carryOut(voter.close(window)));
            outputs.carryOut(voter.tick(table.now()));
            frozen.forgetLast();
        }
    }

    /** Not forever, if there is always more: time must go on. */
    private void hearUntil(long tick, Voter voter) throws InterruptedException {
        for (int heard = 0; heard < AT_ONCE; heard++) {
            var message = inbox.poll(tick - System.nanoTime());
            if (message == null) return;
            hear(message, voter);
        }
    }

    private void hear(byte[] message, Voter voter) {
        try {
            outputs.carryOut(voter.receive(message));
        } catch (MalformedMessageException e) {
            log.debug("{}: not understood: {}", settings.self(), e.getMessage());
        }
    }
}
