package dev.fanout.auditor.vote.message;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/** Own private key, and the public keys of all three: they are configuration, nobody hands them out. */
public final class Ed25519Signer implements Signer {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey own;
    private final Function<String, Optional<PublicKey>> publicKeys;

    /** @param publicKeys by the auditor's name; one that is not there yet may be there when it is asked for again */
    public Ed25519Signer(PrivateKey own, Function<String, Optional<PublicKey>> publicKeys) {
        this.own = own;
        this.publicKeys = publicKeys;
    }

    /** @param base64 as in a PEM file, without its first and last line (PKCS #8) */
    public static PrivateKey privateKey(String base64) {
        try {
            return keys().generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key (PKCS #8, Base64)", e);
        }
    }

    /** @param base64 as in a PEM file, without its first and last line (X.509) */
    public static PublicKey publicKey(String base64) {
        try {
            var key = keys().generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
            Signature.getInstance(ALGORITHM).initVerify(key); // refuses what is no point of the curve
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key (X.509, Base64)", e);
        }
    }

    @Override
    public byte[] sign(byte[] content) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(own);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this auditor's own key does not sign", e);
        }
    }

    @Override
    public boolean isBy(String auditor, byte[] content, byte[] signature) {
        var key = publicKeys.apply(auditor);
        try {
            return key.isPresent() && verifies(key.get(), content, signature);
        } catch (SignatureException e) {
            return false; // of the wrong length, say
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the public key of " + auditor + " cannot be used", e);
        }
    }

    private static boolean verifies(PublicKey key, byte[] content, byte[] signature) throws GeneralSecurityException {
        var check = Signature.getInstance(ALGORITHM);
        check.initVerify(key);
        check.update(content);
        return check.verify(signature);
    }

    private static KeyFactory keys() throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM);
    }
}
