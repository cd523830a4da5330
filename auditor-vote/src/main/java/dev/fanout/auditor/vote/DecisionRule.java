package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.message.Statement;
import dev.fanout.auditor.vote.message.StatementBook;
import java.util.Optional;

/**
 * When a window is decided. This is what no two honest auditors may ever do differently, so it stands alone.
 *
 * <p>Without a proven lie, all three ballots have to be the same. Two of them would not do: the third could vote one
 * way with one peer and another way with the other. Each honest auditor casts one ballot only, so whoever is decided
 * by three has decided as every other honest one has voted.
 *
 * <p>With a proven lie, and one liar among three, the two others can trust each other. Each signs that it settles:
 * from then on, ballots no longer decide for it; and it says whether they had already. When both have settled, both
 * know both answers: if one was decided before, then the other has voted the same, and it stands; else the liar is
 * left out. So a proof that comes after a decision changes nothing.
 */
final class DecisionRule {
    private final VoterSettings settings;
    private final StatementBook statements;

    DecisionRule(VoterSettings settings, StatementBook statements) {
        this.settings = settings;
        this.statements = statements;
    }

    sealed interface Decision {
        record OfThree() implements Decision {}

        record Without(String liar) implements Decision {}
    }

    /** Whether this auditor may bind itself to the three claims that it knows. */
    boolean mayVote() {
        return statements.claims().size() == 3
                && statements.liars().isEmpty()
                && statements.ballot(settings.self()).isEmpty();
    }

    Optional<Statement.Settlement> settlementDue(long window) {
        if (statements.settlement(settings.self()).isPresent()) return Optional.empty();
        return statements.liars().stream()
                .filter(settings.others()::contains)
                .findFirst()
                .map(liar -> new Statement.Settlement(window, settings.self(), liar, unanimous()));
    }

    Optional<Decision> decision() {
        var own = statements.settlement(settings.self());
        if (own.isEmpty()) return unanimous() ? Optional.of(new Decision.OfThree()) : Optional.empty();
        if (own.get().decided()) return Optional.of(new Decision.OfThree());
        var accused = own.get().accused();
        return statements.settlement(settings.besides(accused))
                .filter(other -> other.accused().equals(accused))
                .map(other -> other.decided() ? new Decision.OfThree() : new Decision.Without(accused));
    }

    private boolean unanimous() {
        var own = statements.ballot(settings.self());
        return own.isPresent() && settings.others().stream()
                .allMatch(other -> statements.ballot(other).filter(own.get()::agreesWith).isPresent());
    }
}
