package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.message.Signer;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** As good as a signature where nobody tries to forge one, and a hundred times as fast. */
record TestSeal(String self) implements Signer {

    @Override
    public byte[] sign(byte[] content) {
        return signature(self, content);
    }

    @Override
    public boolean isBy(String auditor, byte[] content, byte[] signature) {
        return Arrays.equals(signature, signature(auditor, content));
    }

    private static byte[] signature(String auditor, byte[] content) {
        return ByteBuffer.allocate(4).putInt(31 * auditor.hashCode() + Arrays.hashCode(content)).array();
    }
}
