package dev.fanout.auditor.vote.message;

import dev.fanout.auditor.vote.codec.Decoder;
import dev.fanout.auditor.vote.codec.Encoder;
import java.util.Locale;
import java.util.Optional;

/**
 * Proof that an author lied, which everybody can check: two statements of which it may make one only, or a page of its
 * claim that does not open what it says it opens. An honest auditor never signs either, whatever it is sent.
 */
public record FaultProof(SignedStatement one, Optional<SignedStatement> other) implements Message {

    static FaultProof read(Decoder in) {
        return new FaultProof(SignedStatement.read(in), in.flag() ? Optional.of(SignedStatement.read(in))
                : Optional.empty());
    }

    @Override
    public void write(Encoder out) {
        one.write(out);
        out.flag(other.isPresent());
        other.ifPresent(signed -> signed.write(out));
    }

    @Override
    public long window() {
        return one.window();
    }

    public String author() {
        return one.author();
    }

    public boolean isProven(Signer signer) {
        if (!one.isSealed(signer)) return false;
        return other.map(second -> second.isSealed(signer) && contradicts(second)).orElseGet(this::isFalsePage);
    }

    public String reason() {
        return other.isEmpty()
                ? "opened its claim with what does not belong there"
                : "signed two different " + one.statement().kind().name().toLowerCase(Locale.ROOT) + "s";
    }

    private boolean contradicts(SignedStatement second) {
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
