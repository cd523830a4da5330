package dev.fanout.auditor.vote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.auditor.vote.merkle.ClaimEntry;
import dev.fanout.auditor.vote.message.Message;
import dev.fanout.auditor.vote.message.SignedStatement;
import dev.fanout.auditor.vote.message.Signer;
import dev.fanout.auditor.vote.message.Statement;
import dev.fanout.auditor.vote.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A process with an auditor in it: it can die between any two things that it does. */
class Station {
    final String name;
    private final VoterSettings settings;
    private final Signer signer;
    private final Function<Predicate<Long>, TestLedger> ledgers;
    private final boolean keepsJournal;
    private final BiConsumer<String, byte[]> network;
    private final List<byte[]> journal = new ArrayList<>();
    /** What its operator has seen, and will not forget. */
    final Map<Long, Verdict> finals = new HashMap<>();
    final Map<Long, TreeSet<ClaimEntry>> learned = new HashMap<>();
    final Map<Long, TreeSet<String>> caught = new HashMap<>();
    private final Set<Long> grown = new HashSet<>();
    private TestLedger ledger;
    private @Nullable Voter voter;
    private int thingsToDo = Integer.MAX_VALUE;

    Station(VoterSettings settings, Signer signer, Function<Predicate<Long>, TestLedger> ledgers, boolean keepsJournal,
            BiConsumer<String, byte[]> network) {
        this.name = settings.self();
        this.settings = settings;
        this.signer = signer;
        this.ledgers = ledgers;
        this.keepsJournal = keepsJournal;
        this.network = network;
        this.ledger = ledgers.apply(grown::contains);
        start();
    }

    boolean isUp() {
        return voter != null;
    }

    void start() {
        thingsToDo = Integer.MAX_VALUE;
        if (voter == null) voter = new Voter(settings, signer, ledger, journal, Long.MIN_VALUE);
    }

    void crashAfter(int things) {
        thingsToDo = things;
        if (things == 0) crash();
    }

    void close(long window) {
        if (voter != null) carryOut(voter.close(window));
    }

    void receive(byte[] message) {
        if (voter != null) carryOut(voter.receive(message));
    }

    void tick(Instant now) {
        if (voter != null) carryOut(voter.tick(now));
    }

    /** With a claim kept, a window is closed, and late events stay out of it. */
    private void crash() {
        voter = null;
        if (!keepsJournal) journal.clear();
        var closed = new HashSet<Long>();
        for (var line : journal)
            if (Message.read(line) instanceof SignedStatement signed
                    && signed.statement() instanceof Statement.Claim claim
                    && claim.author().equals(name)) closed.add(claim.window());
        for (var window = 0L; window < 3; window++) if (!closed.contains(window)) grown.add(window);
        ledger = ledgers.apply(grown::contains);
    }

    Collection<ClaimEntry> holds(long window) {
        return ledger.entries(window);
    }

    private void carryOut(List<Output> outputs) {
        for (var output : outputs) {
            if (thingsToDo-- == 0) {
                crash();
                return;
            }
            carryOut(output);
        }
    }

    private void carryOut(Output output) {
        switch (output) {
            case Output.Keep(_, var line) -> journal.add(line);
            case Output.Send(var to, var message) -> network.accept(to, message);
            case Output.Decided(var verdict, _) -> decided(verdict);
            case Output.Missed(var window, var event, _) -> of(learned, window).add(event.entry());
            case Output.Caught(var window, var auditor, _, _) -> of(caught, window).add(auditor);
            case Output.LedgerChanged _, Output.Forgotten _ -> { }
        }
    }

    private void decided(Verdict verdict) {
        var isFinal = verdict.standing() == Verdict.Standing.FINAL;
        var before = finals.get(verdict.window());
        // Without its journal, an auditor cannot know that it had decided; but it cannot decide differently either.
        if (before != null && (isFinal || keepsJournal))
            assertThat(verdict).as("%s has decided before", name).isEqualTo(before);
        if (isFinal) finals.put(verdict.window(), verdict);
    }

    private static <T extends Comparable<T>> TreeSet<T> of(Map<Long, TreeSet<T>> sets, long window) {
        return sets.computeIfAbsent(window, _ -> new TreeSet<>());
    }
}
