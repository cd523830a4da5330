package dev.fanout.auditor.vote.message;

import dev.fanout.auditor.vote.codec.Decoder;
import dev.fanout.auditor.vote.codec.Encoder;
import dev.fanout.auditor.vote.codec.Limits;
import dev.fanout.auditor.vote.merkle.Sha256;
import java.nio.charset.StandardCharsets;

/** A statement with its author's signature, as it is sent, passed on, and kept. */
public final class SignedStatement implements Message {
    /** No other protocol's signature, by the same key, says anything here. */
    private static final byte[] CONTEXT = "dev.fanout.auditor.vote/1\0".getBytes(StandardCharsets.US_ASCII);

    private final Statement statement;
    private final byte[] body;
    private final byte[] signature;
    private final Sha256 hash;

    private SignedStatement(Statement statement, byte[] body, byte[] signature) {
        this.statement = statement;
        this.body = body;
        this.signature = signature;
        this.hash = Sha256.of(body);
    }

    public static SignedStatement by(Signer signer, Statement statement) {
        var body = statement.body();
        return new SignedStatement(statement, body, signer.sign(inContext(body)));
    }

    static SignedStatement read(Decoder in) {
        var body = in.blob(Limits.SIGNED_BYTES);
        return new SignedStatement(Decoder.read(body, Statement::read), body, in.blob(Limits.TEXT_BYTES));
    }

    @Override
    public void write(Encoder out) {
        out.blob(body).blob(signature);
    }

    public boolean isSealed(Signer signer) {
        return signer.isBy(statement.author(), inContext(body), signature);
    }

    public Statement statement() {
        return statement;
    }

    @Override
    public long window() {
        return statement.window();
    }

    public String author() {
        return statement.author();
    }

    /** Of what was said; another signature under the same words says nothing new. */
    public Sha256 hash() {
        return hash;
    }

    private static byte[] inContext(byte[] body) {
        return Encoder.bytes(out -> out.raw(CONTEXT).raw(body));
    }
}
