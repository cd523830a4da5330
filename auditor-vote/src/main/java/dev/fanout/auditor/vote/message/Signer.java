package dev.fanout.auditor.vote.message;

/** Signs for this auditor, and knows the other two's signatures. */
public interface Signer {

    byte[] sign(byte[] content);

    boolean isBy(String auditor, byte[] content, byte[] signature);
}
