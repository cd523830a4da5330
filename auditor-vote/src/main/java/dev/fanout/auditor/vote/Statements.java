package dev.fanout.auditor.vote;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one auditor knows to be said in one window: of each author each kind once, or else the proof of a lie. */
final class Statements {
    /** Every proof against the same author is as good as another. */
    private static final Hash PROVEN = new Hash(0, 0, 0, 0);

    private final SortedMap<Slot, Signed> said = new TreeMap<>();
    private final SortedMap<String, Lie> lies = new TreeMap<>();

    boolean knows(Signed signed) {
        var known = said.get(slot(signed));
        return known != null && known.hash().equals(signed.hash());
    }

    /** @return the lie, where the author has said something else before */
    Optional<Lie> hear(Signed signed) {
        var before = said.putIfAbsent(slot(signed), signed);
        return before == null || before.hash().equals(signed.hash())
                ? Optional.empty()
                : Optional.of(new Lie(before, Optional.of(signed)));
    }

    boolean isNew(Lie lie) {
        return !lies.containsKey(lie.author());
    }

    void hear(Lie lie) {
        lies.putIfAbsent(lie.author(), lie);
    }

    SortedSet<String> liars() {
        return new TreeSet<>(lies.keySet());
    }

    Optional<Statement.Claim> claim(String author) {
        return statement(Slot.Kind.CLAIM, author, Statement.Claim.class);
    }

    Optional<Statement.Ballot> ballot(String author) {
        return statement(Slot.Kind.BALLOT, author, Statement.Ballot.class);
    }

    Optional<Statement.Settlement> settlement(String author) {
        return statement(Slot.Kind.SETTLEMENT, author, Statement.Settlement.class);
    }

    SortedMap<String, Statement.Claim> claims() {
        var claims = new TreeMap<String, Statement.Claim>();
        for (var signed : said.values())
            if (signed.statement() instanceof Statement.Claim claim) claims.put(claim.author(), claim);
        return claims;
    }

    SortedMap<String, Hash> claimHashes() {
        var hashes = new TreeMap<String, Hash>();
        for (var signed : said.values())
            if (signed.statement() instanceof Statement.Claim) hashes.put(signed.author(), signed.hash());
        return hashes;
    }

    /** What two proven versions of a liar's words are, interests nobody: only that it is one. */
    SortedMap<Slot, Hash> known() {
        var known = new TreeMap<Slot, Hash>();
        said.forEach((slot, signed) -> known.put(slot, signed.hash()));
        lies.keySet().forEach(liar -> known.put(new Slot(Slot.Kind.LIE, liar), PROVEN));
        return known;
    }

    Optional<Message> at(Slot slot) {
        return Optional.ofNullable(slot.kind() == Slot.Kind.LIE ? lies.get(slot.author()) : said.get(slot));
    }

    private <T extends Statement> Optional<T> statement(Slot.Kind kind, String author, Class<T> type) {
        return Optional.ofNullable(said.get(new Slot(kind, author))).map(Signed::statement).map(type::cast);
    }

    private static Slot slot(Signed signed) {
        return new Slot(Slot.Kind.valueOf(signed.statement().kind().name()), signed.author());
    }
}
