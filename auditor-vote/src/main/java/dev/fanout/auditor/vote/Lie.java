package dev.fanout.auditor.vote;

import java.util.Locale;
import java.util.Optional;

/**
 * Proof that an author lied, which everybody can check: two statements of which it may make one only, or a page of its
 * claim that does not open what it says it opens. An honest auditor never signs either, whatever it is sent.
 */
record Lie(Signed one, Optional<Signed> other) implements Message {

    static Lie read(In in) {
        return new Lie(Signed.read(in), in.flag() ? Optional.of(Signed.read(in)) : Optional.empty());
    }

    @Override
    public void write(Out out) {
        one.write(out);
        out.flag(other.isPresent());
        other.ifPresent(signed -> signed.write(out));
    }

    @Override
    public long window() {
        return one.window();
    }

    String author() {
        return one.author();
    }

    boolean isProven(Seal seal) {
        if (!one.isSealed(seal)) return false;
        return other.map(second -> second.isSealed(seal) && contradicts(second)).orElseGet(this::isFalsePage);
    }

    String reason() {
        return other.isEmpty()
                ? "opened its claim with what does not belong there"
                : "signed two different " + one.statement().kind().name().toLowerCase(Locale.ROOT) + "s";
    }

    private boolean contradicts(Signed second) {
        var first = one.statement();
        return first.kind() != Statement.Kind.PAGE
                && first.kind() == second.statement().kind()
                && first.window() == second.window()
                && first.author().equals(second.author())
                && !one.hash().equals(second.hash());
    }

    private boolean isFalsePage() {
        return one.statement() instanceof Statement.Page page && !page.isTrue();
    }
}
