package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.codec.Limits;
import dev.fanout.auditor.vote.codec.MalformedMessageException;
import dev.fanout.auditor.vote.message.Message;
import dev.fanout.auditor.vote.message.SignedStatement;
import dev.fanout.auditor.vote.message.Signer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One auditor's part in the vote: messages and time in, messages and verdicts out. It calls nothing but its own ledger,
 * has no clock and no threads, and is to be called by one thread at a time. It holds the windows that are not decided,
 * and of the last decided ones what their peers may still ask for.
 */
public final class Voter {
    /** Bytes. Longer ones are neither made nor understood. */
    public static final int LONGEST_MESSAGE = Limits.MESSAGE_BYTES;

    private final Auditor me;
    private final NavigableMap<Long, WindowRound> polls = new TreeMap<>();
    private final long first;
    private long newest = Long.MIN_VALUE;

    /**
     * @param journal every line that was ever to be kept of the windows from {@code first} on, in any order
     * @param first of an older window, this auditor may have said what it does not know any more: it says nothing
     */
    public Voter(VoterSettings settings, Signer signer, LocalLedger ledger, Collection<byte[]> journal, long first) {
        this.me = new Auditor(settings, signer, ledger);
        this.first = first;
        for (var line : journal) remember(Message.read(line));
        polls.headMap(oldest()).clear();
    }

    /** The window is over, and its events are in. Once for each, in any order; again, it does nothing. */
    public List<Output> close(long window) {
        if (window < oldest()) return List.of();
        newest = Math.max(newest, window);
        var outputs = new ArrayList<>(poll(window).close());
        var tooOld = polls.headMap(oldest());
        tooOld.keySet().forEach(old -> outputs.add(new Output.Forgotten(old)));
        tooOld.clear();
        return List.copyOf(outputs);
    }

    /**
     * What a peer has sent, or anybody who found the port.
     *
     * @throws MalformedMessageException and nothing has changed
     */
    public List<Output> receive(byte[] message) {
        var read = Message.read(message);
        if (!isNear(read.window())) return List.of();
        return poll(read.window()).receive(read, message.length);
    }

    /** Time has passed. Several times a {@link VoterSettings#resend}. */
    public List<Output> tick(Instant now) {
        var outputs = new ArrayList<Output>();
        for (var round : polls.values()) outputs.addAll(round.tick(now));
        return List.copyOf(outputs);
    }

    private void remember(Message line) {
        poll(line.window()).remember(line);
        var isOwn = line instanceof SignedStatement signed && signed.author().equals(me.name());
        if (isOwn) newest = Math.max(newest, line.window());
    }

    private WindowRound poll(long window) {
        return polls.computeIfAbsent(window, _ -> new WindowRound(window, me));
    }

    /** A peer that names windows without end does not fill this auditor's memory. */
    private boolean isNear(long window) {
        return newest != Long.MIN_VALUE && window >= oldest() && window <= newest + VoterSettings.AHEAD;
    }

    private long oldest() {
        return newest == Long.MIN_VALUE ? first : Math.max(first, newest - me.settings().kept() + 1);
    }
}
