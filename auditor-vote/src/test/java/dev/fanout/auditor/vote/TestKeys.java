package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.message.Ed25519Signer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A key for each auditor. */
public class TestKeys {
    private final Map<String, KeyPair> pairs = new HashMap<>();

    public TestKeys(String... auditors) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            for (var auditor : auditors) pairs.put(auditor, generator.generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public KeyPair of(String auditor) {
        return Objects.requireNonNull(pairs.get(auditor));
    }

    public Ed25519Signer seal(String auditor) {
        var publicKeys = new HashMap<String, PublicKey>();
        pairs.forEach((name, pair) -> publicKeys.put(name, pair.getPublic()));
        return new Ed25519Signer(of(auditor).getPrivate(), name -> Optional.ofNullable(publicKeys.get(name)));
    }
}
