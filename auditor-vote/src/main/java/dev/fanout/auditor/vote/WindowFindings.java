package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.merkle.MerkleTree;
import dev.fanout.auditor.vote.message.Statement;
import dev.fanout.auditor.vote.message.StatementBook;
import dev.fanout.auditor.vote.verdict.Tally;
import dev.fanout.auditor.vote.verdict.Verdict;
import dev.fanout.auditor.vote.verdict.Verdict.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which verdict follows from what is known of one window. */
final class WindowFindings {
    private final VoterSettings settings;
    private final StatementBook statements;
    private final EventSets sets;
    private @Nullable Verdict shown;

    WindowFindings(VoterSettings settings, StatementBook statements, EventSets sets) {
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

    Statement.Ballot ballot(long window, MerkleTree own) {
        var verdict = verdict(settings.others(), own, Standing.FINAL, Optional.empty());
        return new Statement.Ballot(window, settings.self(), statements.claimHashes(), verdict.hash());
    }

    boolean suffice(DecisionRule.Decision decision) {
        return sets.areKnown(peersIn(decision));
    }

    /** Nothing, where it is not what this auditor has voted for: then it has lost what it had signed. */
    Optional<Verdict> of(DecisionRule.Decision decision, MerkleTree own) {
        return switch (decision) {
            case DecisionRule.Decision.OfThree _ ->
                Optional.of(verdict(peersIn(decision), own, Standing.FINAL, Optional.empty())).filter(this::isVotedFor);
            case DecisionRule.Decision.Without(var liar) ->
                Optional.of(verdict(peersIn(decision), own, Standing.FINAL, Optional.of(liar)));
        };
    }

    private boolean isVotedFor(Verdict verdict) {
        return statements.ballot(settings.self()).filter(ballot -> ballot.verdict().equals(verdict.hash())).isPresent();
    }

    /** Without a decision: whatever can be compared with the own events now. */
    Verdict soFar(MerkleTree own) {
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

    private Verdict verdict(Collection<String> peers, MerkleTree own, Standing standing, Optional<String> leftOut) {
        var claims = statements.claims();
        claims.keySet().removeIf(author -> !author.equals(settings.self()) && !peers.contains(author));
        return new Tally(claims, sets.comparedWith(peers, own)).verdict(standing, leftOut);
    }

    private List<String> peersIn(DecisionRule.Decision decision) {
        return switch (decision) {
            case DecisionRule.Decision.OfThree _ -> settings.others();
            case DecisionRule.Decision.Without(var liar) -> List.of(settings.besides(liar));
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
