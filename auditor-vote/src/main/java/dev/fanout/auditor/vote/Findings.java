package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.Verdict.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which verdict follows from what is known of one window. */
final class Findings {
    private final Settings settings;
    private final Statements statements;
    private final Sets sets;
    private @Nullable Verdict shown;

    Findings(Settings settings, Statements statements, Sets sets) {
        this.settings = settings;
        this.statements = statements;
        this.sets = sets;
    }

    boolean mayBegin() {
        return statements.claim(settings.self()).isPresent() && settings.others().stream()
                .anyMatch(peer -> statements.claim(peer).isPresent() && sets.of(peer).isEmpty());
    }

    boolean areComplete() {
        return sets.areKnown(settings.others());
    }

    Statement.Ballot ballot(long window, Tree own) {
        var verdict = verdict(settings.others(), own, Standing.FINAL, Optional.empty());
        return new Statement.Ballot(window, settings.self(), statements.claimHashes(), verdict.hash());
    }

    boolean suffice(Agreement.Decision decision) {
        return sets.areKnown(peersIn(decision));
    }

    /** Nothing, where it is not what this auditor has voted for: then it has lost what it had signed. */
    Optional<Verdict> of(Agreement.Decision decision, Tree own) {
        return switch (decision) {
            case Agreement.Decision.OfThree _ ->
                Optional.of(verdict(peersIn(decision), own, Standing.FINAL, Optional.empty())).filter(this::isVotedFor);
            case Agreement.Decision.Without(var liar) ->
                Optional.of(verdict(peersIn(decision), own, Standing.FINAL, Optional.of(liar)));
        };
    }

    private boolean isVotedFor(Verdict verdict) {
        return statements.ballot(settings.self()).filter(ballot -> ballot.verdict().equals(verdict.hash())).isPresent();
    }

    /** Without a decision: whatever can be compared with the own events now. */
    Verdict soFar(Tree own) {
        var peers = peersSoFar();
        var standing = peers.isEmpty() ? Standing.ABSENT : Standing.PROVISIONAL;
        return verdict(peers, own, standing, liar());
    }

    boolean areNew() {
        if (statements.claim(settings.self()).isEmpty()) return false;
        if (shown == null) return true;
        var auditors = new TreeSet<>(peersSoFar());
        auditors.add(settings.self());
        return !shown.auditors().equals(auditors) || !shown.leftOut().equals(liar());
    }

    void shown(Verdict verdict) {
        shown = verdict;
    }

    /** It was shown, and nobody asks again. */
    void end() {
        shown = null;
    }

    boolean areFinal() {
        return shown != null && shown.standing() == Standing.FINAL;
    }

    private Verdict verdict(Collection<String> peers, Tree own, Standing standing, Optional<String> leftOut) {
        var claims = statements.claims();
        claims.keySet().removeIf(author -> !author.equals(settings.self()) && !peers.contains(author));
        return new Tally(claims, sets.comparedWith(peers, own)).verdict(standing, leftOut);
    }

    private List<String> peersIn(Agreement.Decision decision) {
        return switch (decision) {
            case Agreement.Decision.OfThree _ -> settings.others();
            case Agreement.Decision.Without(var liar) -> List.of(settings.besides(liar));
        };
    }

    private List<String> peersSoFar() {
        return settings.others().stream()
                .filter(peer -> sets.areKnown(List.of(peer)) && !statements.liars().contains(peer))
                .toList();
    }

    private Optional<String> liar() {
        return statements.liars().stream().filter(settings.others()::contains).findFirst();
    }
}
