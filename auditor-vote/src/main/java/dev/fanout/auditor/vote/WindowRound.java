package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.codec.MalformedMessageException;
import dev.fanout.auditor.vote.merkle.MerkleTree;
import dev.fanout.auditor.vote.message.FaultProof;
import dev.fanout.auditor.vote.message.Message;
import dev.fanout.auditor.vote.message.SignedStatement;
import dev.fanout.auditor.vote.message.Statement;
import dev.fanout.auditor.vote.message.StatementBook;
import dev.fanout.auditor.vote.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The vote on one window, as one auditor sees it. */
final class WindowRound {
    private final long window;
    private final Auditor me;
    private final StatementBook statements = new StatementBook();
    private final DecisionRule agreement;
    private final Gossip gossip;
    private final AntiEntropy antiEntropy;
    private final WindowFindings findings;
    private final RequestBackoff backoff;
    private boolean finished;
    /** From the journal, and nothing is new: it has been told and shown already, and need not be compared again. */
    private boolean remembered;
    private boolean ledgerChanged;
    private long sent;
    private long received;

    WindowRound(long window, Auditor me) {
        this.window = window;
        this.me = me;
        this.agreement = new DecisionRule(me.settings(), statements);
        this.gossip = new Gossip(window, me.settings(), statements);
        this.antiEntropy = new AntiEntropy(window, me);
        this.findings = new WindowFindings(me.settings(), statements, antiEntropy.sets());
        this.backoff = new RequestBackoff(me.settings());
    }

    /** A line of the journal: it was said, and believed, before. */
    void remember(Message line) {
        remembered = true;
        switch (line) {
            case SignedStatement signed -> statements.hear(signed);
            case FaultProof proof -> statements.hear(proof);
            case Message.Finished _ -> finished = true;
            default -> throw new MalformedMessageException("no line of a journal: " + line);
        }
    }

    List<Output> close() {
        return step(out -> {
            if (statements.claim(me.name()).isPresent()) return;
            var counts = Statement.Claim.asManyAsFit(new TreeMap<>(me.ledger().counts(window)));
            say(new Statement.Claim(window, me.name(), counts, antiEntropy.sets().own(window).root()), out);
        });
    }

    List<Output> receive(Message message, long bytes) {
        received += bytes;
        return step(out -> {
            switch (message) {
                case SignedStatement signed when signed.statement() instanceof Statement.Page page ->
                        read(signed, page, out);
                case SignedStatement signed -> hear(signed, out);
                case FaultProof proof -> hear(proof, out);
                case Message.Have have -> gossip.answer(have, out);
                case Message.Ask ask -> own(out).ifPresent(own -> antiEntropy.answer(ask, own, out));
                case Message.Fetch fetch -> antiEntropy.give(fetch, out);
                case Message.Events events -> {
                    if (antiEntropy.take(events, out)) isNews();
                }
                case Message.Finished _ -> { }
            }
        });
    }

    List<Output> tick(Instant now) {
        backoff.begin(now);
        var outputs = finished ? List.<Output>of() : step(out -> work(now, out));
        // Many windows may be open at once, and all trees together would not fit into memory.
        if (finished || remembered || backoff.isQuiet()) antiEntropy.sets().forgetOwn();
        return outputs;
    }

    private void work(Instant now, Outputs out) {
        if (backoff.isDue(now)) {
            gossip.tellWhatIsKnown(out);
            antiEntropy.askAgain(backoff.turn(), out);
            backoff.next(now);
        }
        if (!remembered && backoff.isOverdue(now) && agreement.decision().isEmpty() && findings.areNew())
            own(out).ifPresent(own -> show(findings.soFar(own), out));
    }

    private void isNews() {
        remembered = false;
        backoff.hurry();
    }

    private List<Output> step(Consumer<Outputs> step) {
        var out = new Outputs();
        step.accept(out);
        advance(out);
        sent += out.bytesSent();
        return out.all();
    }

    private void read(SignedStatement signed, Statement.Page page, Outputs out) {
        if (finished) return;
        own(out).flatMap(own -> antiEntropy.read(signed, page, own, out)).ifPresent(proof -> hear(proof, out));
    }

    private void hear(SignedStatement signed, Outputs out) {
        if (statements.knows(signed) || !me.settings().knows(signed.author()) || !signed.isSealed(me.signer())) return;
        isNews();
        statements.hear(signed).ifPresentOrElse(proof -> hear(proof, out), () -> out.keep(signed));
    }

    private void hear(FaultProof proof, Outputs out) {
        if (!statements.isNew(proof) || !me.settings().knows(proof.author()) || !proof.isProven(me.signer())) return;
        isNews();
        statements.hear(proof);
        out.keep(proof);
        out.tell(new Output.Caught(window, proof.author(), proof.reason(), proof.bytes()));
        gossip.tell(proof, out);
    }

    private void say(Statement statement, Outputs out) {
        var signed = SignedStatement.by(me.signer(), statement);
        statements.hear(signed);
        out.keep(signed);
        gossip.tell(signed, out);
    }

    private void advance(Outputs out) {
        if (!finished && !isWaiting() && findings.mayBegin())
            own(out).ifPresent(own -> antiEntropy.begin(own, statements.claims(), out));
        if (!finished && agreement.mayVote() && findings.areComplete())
            own(out).ifPresent(own -> say(findings.ballot(window, own), out));
        agreement.settlementDue(window).ifPresent(settlement -> say(settlement, out));
        if (!finished) agreement.decision().ifPresent(decision -> conclude(decision, out));
    }

    /** For the third claim, as before the start. */
    private boolean isWaiting() {
        return remembered && statements.claims().size() < 3 && statements.liars().isEmpty();
    }

    private void conclude(DecisionRule.Decision decision, Outputs out) {
        if (!findings.suffice(decision)) return;
        if (!findings.areFinal()) own(out).flatMap(own -> findings.of(decision, own)).ifPresent(it -> show(it, out));
        // What a restart would have to find out again, is not finished.
        if (!findings.areFinal() || decision instanceof DecisionRule.Decision.OfThree && antiEntropy.isOwed()) return;
        finished = true;
        out.keep(new Message.Finished(window));
        antiEntropy.end();
        findings.end();
    }

    private void show(Verdict verdict, Outputs out) {
        findings.shown(verdict);
        out.tell(new Output.Decided(verdict, new Output.Traffic(sent + out.bytesSent(), received)));
    }

    private Optional<MerkleTree> own(Outputs out) {
        if (ledgerChanged) return Optional.empty();
        var claim = statements.claim(me.name());
        var own = claim.flatMap(it -> antiEntropy.sets().own(it));
        if (claim.isPresent() && own.isEmpty()) {
            ledgerChanged = true;
            out.tell(new Output.LedgerChanged(window));
        }
        return own;
    }
}
