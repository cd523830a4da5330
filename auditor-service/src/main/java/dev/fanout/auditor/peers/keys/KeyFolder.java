package dev.fanout.auditor.peers.keys;

import dev.fanout.auditor.vote.message.Ed25519Signer;
import dev.fanout.auditor.vote.message.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.stream.Stream;

/** This auditor's own pair of keys, made at its first start, and the public keys of the others. */
public final class KeyFolder {
    private final PemFile own;
    private final PublicKeys publicKeys;
    private final String auditor;

    public KeyFolder(Path own, PublicKeys publicKeys, String auditor) {
        this.own = new PemFile(own);
        this.publicKeys = publicKeys;
        this.auditor = auditor;
    }

    /** @throws UncheckedIOException where keys can be neither read nor made */
    public Signer seal() {
        var laidOut = publicKeys.laidOut(auditor);
        try {
            if (!own.isThere()) make(laidOut);
            var publicKey = laidOut.publicKey();
            var seal = new Ed25519Signer(own.privateKey(),
                    name -> name.equals(auditor) ? Optional.of(publicKey) : publicKeys.of(name));
            mustMatch(seal, laidOut);
            return seal;
        } catch (IOException e) {
            var files = "the keys of %s, %s and %s".formatted(auditor, own.path(), laidOut.path());
            throw new UncheckedIOException(files + ": " + e, e);
        }
    }

    /**
     * Those of these auditors whose public keys were never there: nothing that they say can be believed.
     *
     * @throws IllegalStateException if it is not known which key was there first
     */
    public Stream<Path> missing(Stream<String> auditors) {
        return auditors.filter(name -> publicKeys.of(name).isEmpty()).map(name -> publicKeys.laidOut(name).path());
    }

    /** Public first: a private key that nobody can check would be kept for ever. */
    private void make(PemFile laidOut) throws IOException {
        var pair = pair();
        laidOut.writePublic(pair.getPublic());
        own.writePrivate(pair.getPrivate());
    }

    private void mustMatch(Signer signer, PemFile laidOut) {
        var words = auditor.getBytes();
        if (!signer.isBy(auditor, words, signer.sign(words)))
            throw new IllegalStateException("%s is not the public key of %s: its peers would not believe it"
                    .formatted(laidOut.path(), own.path()));
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }
}
