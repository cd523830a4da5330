package dev.fanout.auditor.vote;

import java.nio.charset.StandardCharsets;

/** A statement with its author's signature, as it is sent, passed on, and kept. */
final class Signed implements Message {
    /** No other protocol's signature, by the same key, says anything here. */
    private static final byte[] CONTEXT = "dev.fanout.auditor.vote/1\0".getBytes(StandardCharsets.US_ASCII);

    private final Statement statement;
    private final byte[] body;
    private final byte[] signature;
    private final Hash hash;

    private Signed(Statement statement, byte[] body, byte[] signature) {
        this.statement = statement;
        this.body = body;
        this.signature = signature;
        this.hash = Hash.of(body);
    }

    static Signed by(Seal seal, Statement statement) {
        var body = statement.body();
        return new Signed(statement, body, seal.sign(inContext(body)));
    }

    static Signed read(In in) {
        var body = in.blob(Limits.SIGNED_BYTES);
        return new Signed(In.read(body, Statement::read), body, in.blob(Limits.TEXT_BYTES));
    }

    @Override
    public void write(Out out) {
        out.blob(body).blob(signature);
    }

    boolean isSealed(Seal seal) {
        return seal.isBy(statement.author(), inContext(body), signature);
    }

    Statement statement() {
        return statement;
    }

    @Override
    public long window() {
        return statement.window();
    }

    String author() {
        return statement.author();
    }

    /** Of what was said; another signature under the same words says nothing new. */
    Hash hash() {
        return hash;
    }

    private static byte[] inContext(byte[] body) {
        return Out.bytes(out -> out.raw(CONTEXT).raw(body));
    }
}
