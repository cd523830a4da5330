package dev.fanout.auditor.vote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The vote on one window, as one auditor sees it. */
final class Poll {
    private final long window;
    private final Auditor me;
    private final Statements statements = new Statements();
    private final Agreement agreement;
    private final Gossip gossip;
    private final Inquiry inquiry;
    private final Findings findings;
    private final Pace pace;
    private boolean finished;
    /** From the journal, and nothing is new: it has been told and shown already, and need not be compared again. */
    private boolean remembered;
    private boolean ledgerChanged;
    private long sent;
    private long received;

    Poll(long window, Auditor me) {
        this.window = window;
        this.me = me;
        this.agreement = new Agreement(me.settings(), statements);
        this.gossip = new Gossip(window, me.settings(), statements);
        this.inquiry = new Inquiry(window, me);
        this.findings = new Findings(me.settings(), statements, inquiry.sets());
        this.pace = new Pace(me.settings());
    }

    /** A line of the journal: it was said, and believed, before. */
    void remember(Message line) {
        remembered = true;
        switch (line) {
            case Signed signed -> statements.hear(signed);
            case Lie lie -> statements.hear(lie);
            case Message.Finished _ -> finished = true;
            default -> throw new MalformedMessageException("no line of a journal: " + line);
        }
    }

    List<Output> close() {
        return step(out -> {
            if (statements.claim(me.name()).isPresent()) return;
            var counts = Statement.Claim.asManyAsFit(new TreeMap<>(me.holdings().counts(window)));
            say(new Statement.Claim(window, me.name(), counts, inquiry.sets().own(window).root()), out);
        });
    }

    List<Output> receive(Message message, long bytes) {
        received += bytes;
        return step(out -> {
            switch (message) {
                case Signed signed when signed.statement() instanceof Statement.Page page -> read(signed, page, out);
                case Signed signed -> hear(signed, out);
                case Lie lie -> hear(lie, out);
                case Message.Have have -> gossip.answer(have, out);
                case Message.Ask ask -> own(out).ifPresent(own -> inquiry.answer(ask, own, out));
                case Message.Fetch fetch -> inquiry.give(fetch, out);
                case Message.Events events -> {
                    if (inquiry.take(events, out)) isNews();
                }
                case Message.Finished _ -> { }
            }
        });
    }

    List<Output> tick(Instant now) {
        pace.begin(now);
        var outputs = finished ? List.<Output>of() : step(out -> work(now, out));
        // Many windows may be open at once, and all trees together would not fit into memory.
        if (finished || remembered || pace.isQuiet()) inquiry.sets().forgetOwn();
        return outputs;
    }

    private void work(Instant now, Outputs out) {
        if (pace.isDue(now)) {
            gossip.tellWhatIsKnown(out);
            inquiry.askAgain(pace.turn(), out);
            pace.next(now);
        }
        if (!remembered && pace.isOverdue(now) && agreement.decision().isEmpty() && findings.areNew())
            own(out).ifPresent(own -> show(findings.soFar(own), out));
    }

    private void isNews() {
        remembered = false;
        pace.hurry();
    }

    private List<Output> step(Consumer<Outputs> step) {
        var out = new Outputs();
        step.accept(out);
        advance(out);
        sent += out.bytesSent();
        return out.all();
    }

    private void read(Signed signed, Statement.Page page, Outputs out) {
        if (finished) return;
        own(out).flatMap(own -> inquiry.read(signed, page, own, out)).ifPresent(lie -> hear(lie, out));
    }

    private void hear(Signed signed, Outputs out) {
        if (statements.knows(signed) || !me.settings().knows(signed.author()) || !signed.isSealed(me.seal())) return;
        isNews();
        statements.hear(signed).ifPresentOrElse(lie -> hear(lie, out), () -> out.keep(signed));
    }

    private void hear(Lie lie, Outputs out) {
        if (!statements.isNew(lie) || !me.settings().knows(lie.author()) || !lie.isProven(me.seal())) return;
        isNews();
        statements.hear(lie);
        out.keep(lie);
        out.tell(new Output.Caught(window, lie.author(), lie.reason(), lie.bytes()));
        gossip.tell(lie, out);
    }

    private void say(Statement statement, Outputs out) {
        var signed = Signed.by(me.seal(), statement);
        statements.hear(signed);
        out.keep(signed);
        gossip.tell(signed, out);
    }

    private void advance(Outputs out) {
        if (!finished && !isWaiting() && findings.mayBegin())
            own(out).ifPresent(own -> inquiry.begin(own, statements.claims(), out));
        if (!finished && agreement.mayVote() && findings.areComplete())
            own(out).ifPresent(own -> say(findings.ballot(window, own), out));
        agreement.settlementDue(window).ifPresent(settlement -> say(settlement, out));
        if (!finished) agreement.decision().ifPresent(decision -> conclude(decision, out));
    }

    /** For the third claim, as before the start. */
    private boolean isWaiting() {
        return remembered && statements.claims().size() < 3 && statements.liars().isEmpty();
    }

    private void conclude(Agreement.Decision decision, Outputs out) {
        if (!findings.suffice(decision)) return;
        if (!findings.areFinal()) own(out).flatMap(own -> findings.of(decision, own)).ifPresent(it -> show(it, out));
        // What a restart would have to find out again, is not finished.
        if (!findings.areFinal() || decision instanceof Agreement.Decision.OfThree && inquiry.isOwed()) return;
        finished = true;
        out.keep(new Message.Finished(window));
        inquiry.end();
        findings.end();
    }

    private void show(Verdict verdict, Outputs out) {
        findings.shown(verdict);
        out.tell(new Output.Decided(verdict, new Output.Traffic(sent + out.bytesSent(), received)));
    }

    private Optional<Tree> own(Outputs out) {
        if (ledgerChanged) return Optional.empty();
        var claim = statements.claim(me.name());
        var own = claim.flatMap(it -> inquiry.sets().own(it));
        if (claim.isPresent() && own.isEmpty()) {
            ledgerChanged = true;
            out.tell(new Output.LedgerChanged(window));
        }
        return own;
    }
}
