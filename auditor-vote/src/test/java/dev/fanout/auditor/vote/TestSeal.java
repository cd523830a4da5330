package dev.fanout.auditor.vote;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** As good as a signature where nobody tries to forge one, and a hundred times as fast. */
record TestSeal(String self) implements Seal {

    @Override
    public byte[] sign(byte[] content) {
        return signature(self, content);
    }

    @Override
    public boolean isBy(String auditor, byte[] content, byte[] signature) {
        return Arrays.equals(signature, signature(auditor, content));
    }

    private static byte[] signature(String auditor, byte[] content) {
        var hash = Hash.of(Out.bytes(out -> out.text(auditor).blob(content)));
        return ByteBuffer.allocate(8).putLong(hash.a()).array();
    }
}
