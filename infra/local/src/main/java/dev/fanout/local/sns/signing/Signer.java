package dev.fanout.local.sns.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Signs with a key of its own, and has the certificate with which others can verify that. */
public final class Signer {
    private static final String RSA = "RSA";
    private static final int BITS = 2048;

    private final KeyPair keys;
    private final Certificate certificate;

    private Signer(KeyPair keys) {
        this.keys = keys;
        this.certificate = Certificate.of(keys);
    }

    /** With a new key. */
    public static Signer create() {
        try {
            var generator = KeyPairGenerator.getInstance(RSA);
            generator.initialize(BITS);
            return new Signer(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** With the key of an earlier one. */
    public static Signer of(String privateKey) {
        try {
            var factory = KeyFactory.getInstance(RSA);
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey));
            var secret = (RSAPrivateCrtKey) factory.generatePrivate(spec);
            var known = new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent());
            return new Signer(new KeyPair(factory.generatePublic(known), secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no private key of RSA", e);
        }
    }

    /** PKCS#8 in Base64. */
    public String privateKey() {
        return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
    }

    /** The signature in Base64; the version is the topic's attribute of that name. */
    public String sign(String text, String version) {
        var signature = SignatureVersion.of(version).sign(text.getBytes(StandardCharsets.UTF_8), keys.getPrivate());
        return Base64.getEncoder().encodeToString(signature);
    }

    public String certificateName() {
        return certificate.name();
    }

    public String certificate() {
        return certificate.pem();
    }
}
