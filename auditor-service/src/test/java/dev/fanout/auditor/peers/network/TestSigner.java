package dev.fanout.auditor.peers.network;

import dev.fanout.auditor.vote.message.Ed25519Signer;
import dev.fanout.auditor.vote.message.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody with a key of its own, who says what it likes; it knows whom it has met. */
public final class TestSigner implements Signer {
    private final KeyPair pair = pair();
    private final Map<String, PublicKey> met = new ConcurrentHashMap<>();
    private final Ed25519Signer seal = new Ed25519Signer(pair.getPrivate(), name -> Optional.ofNullable(met.get(name)));
    private final AtomicLong nonces = new AtomicLong();

    TestSigner meets(String name, TestSigner other) {
        met.put(name, other.pair.getPublic());
        return this;
    }

    @Override
    public byte[] sign(byte[] content) {
        return seal.sign(content);
    }

    @Override
    public boolean isBy(String auditor, byte[] content, byte[] signature) {
        return seal.isBy(auditor, content, signature);
    }

    public String publicKey() {
        var text = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n";
    }

    void laysOut(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, publicKey());
    }

    public byte[] message(String from, String to, byte[] content) {
        return frame(Frame.Kind.MESSAGES, from, to, Instant.now(), MessageBatch.bytes(List.of(content)));
    }

    byte[] hello(String from, String to, Introduction... introductions) {
        return frame(Frame.Kind.HELLO, from, to, Instant.now(), Introduction.list(List.of(introductions)));
    }

    byte[] frame(Frame.Kind kind, String from, String to, Instant time, byte[] content) {
        var stamp = new Frame.Stamp(time.toEpochMilli(), nonces.incrementAndGet());
        return new Frame(kind, from, to, stamp, content).sealed(this);
    }

    Introduction introduces(String name, String address, Instant since) {
        return Introduction.of(name, Address.of(address), since.toEpochMilli(), this);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
