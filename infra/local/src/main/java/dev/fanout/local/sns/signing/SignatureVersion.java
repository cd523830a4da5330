package dev.fanout.local.sns.signing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** The two ways in which SNS signs. */
enum SignatureVersion {
    V1("SHA1withRSA"),
    V2("SHA256withRSA");

    private final String algorithm;

    SignatureVersion(String algorithm) {
        this.algorithm = algorithm;
    }

    /** As the attribute of a topic has it. */
    static SignatureVersion of(String attribute) {
        return attribute.equals("2") ? V2 : V1;
    }

    byte[] sign(byte[] bytes, PrivateKey key) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK can sign by RSA", e);
        }
    }
}
