package dev.fanout.auditor.vote.message;

import dev.fanout.auditor.vote.merkle.Sha256;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one auditor knows to be said in one window: of each author each kind once, or else the proof of a lie. */
public final class StatementBook {
    /** Every proof against the same author is as good as another. */
    private static final Sha256 PROVEN = new Sha256(0, 0, 0, 0);

    private final SortedMap<StatementSlot, SignedStatement> said = new TreeMap<>();
    private final SortedMap<String, FaultProof> lies = new TreeMap<>();

    public boolean knows(SignedStatement signed) {
        var known = said.get(slot(signed));
        return known != null && known.hash().equals(signed.hash());
    }

    /** @return the lie, where the author has said something else before */
    public Optional<FaultProof> hear(SignedStatement signed) {
        var before = said.putIfAbsent(slot(signed), signed);
        return before == null || before.hash().equals(signed.hash())
                ? Optional.empty()
                : Optional.of(new FaultProof(before, Optional.of(signed)));
    }

    public boolean isNew(FaultProof proof) {
        return !lies.containsKey(proof.author());
    }

    public void hear(FaultProof proof) {
        lies.putIfAbsent(proof.author(), proof);
    }

    public SortedSet<String> liars() {
        return new TreeSet<>(lies.keySet());
    }

    public Optional<Statement.Claim> claim(String author) {
        return statement(StatementSlot.Kind.CLAIM, author, Statement.Claim.class);
    }

    public Optional<Statement.Ballot> ballot(String author) {
        return statement(StatementSlot.Kind.BALLOT, author, Statement.Ballot.class);
    }

    public Optional<Statement.Settlement> settlement(String author) {
        return statement(StatementSlot.Kind.SETTLEMENT, author, Statement.Settlement.class);
    }

    public SortedMap<String, Statement.Claim> claims() {
        var claims = new TreeMap<String, Statement.Claim>();
        for (var signed : said.values())
            if (signed.statement() instanceof Statement.Claim claim) claims.put(claim.author(), claim);
        return claims;
    }

    public SortedMap<String, Sha256> claimHashes() {
        var hashes = new TreeMap<String, Sha256>();
        for (var signed : said.values())
            if (signed.statement() instanceof Statement.Claim) hashes.put(signed.author(), signed.hash());
        return hashes;
    }

    /** What two proven versions of a liar's words are, interests nobody: only that it is one. */
    public SortedMap<StatementSlot, Sha256> known() {
        var known = new TreeMap<StatementSlot, Sha256>();
        said.forEach((slot, signed) -> known.put(slot, signed.hash()));
        lies.keySet().forEach(liar -> known.put(new StatementSlot(StatementSlot.Kind.LIE, liar), PROVEN));
        return known;
    }

    public Optional<Message> at(StatementSlot slot) {
        return Optional.ofNullable(slot.kind() == StatementSlot.Kind.LIE ? lies.get(slot.author()) : said.get(slot));
    }

    private <T extends Statement> Optional<T> statement(StatementSlot.Kind kind, String author, Class<T> type) {
        return Optional.ofNullable(said.get(new StatementSlot(kind, author))).map(SignedStatement::statement)
                .map(type::cast);
    }

    private static StatementSlot slot(SignedStatement signed) {
        return new StatementSlot(StatementSlot.Kind.valueOf(signed.statement().kind().name()), signed.author());
    }
}
