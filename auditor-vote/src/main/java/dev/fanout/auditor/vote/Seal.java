package dev.fanout.auditor.vote;

/** Signs for this auditor, and knows the other two's signatures. */
public interface Seal {

    byte[] sign(byte[] content);

    boolean isBy(String auditor, byte[] content, byte[] signature);
}
