package dev.fanout.auditor.peers;

import dev.fanout.auditor.peers.network.Mailbox;
import dev.fanout.auditor.vote.MalformedMessageException;
import dev.fanout.auditor.vote.Seal;
import dev.fanout.auditor.vote.Settings;
import dev.fanout.auditor.vote.Voter;
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

    private final Settings settings;
    private final Seal seal;
    private final Journal journal;
    private final FrozenWindows frozen;
    private final Closing closing;
    private final Outbox outbox;
    private final Shelf shelf;
    private final Mailbox inbox;

    Vote(Settings settings, Seal seal, Journal journal, FrozenWindows frozen, Closing closing, Outbox outbox,
            Shelf shelf) {
        this.settings = settings;
        this.seal = seal;
        this.journal = journal;
        this.frozen = frozen;
        this.closing = closing;
        this.outbox = outbox;
        this.shelf = shelf;
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
        var voter = new Voter(settings, seal, frozen, journal.linesFrom(first), first);
        closing.begin();
        for (var tick = System.nanoTime(); ; tick = Math.max(System.nanoTime(), tick + TICK.toNanos())) {
            hearUntil(tick, voter);
            closing.next().ifPresent(window -> outbox.carryOut(voter.close(window)));
            outbox.carryOut(voter.tick(shelf.now()));
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
            outbox.carryOut(voter.receive(message));
        } catch (MalformedMessageException e) {
            log.debug("{}: not understood: {}", settings.self(), e.getMessage());
        }
    }
}
