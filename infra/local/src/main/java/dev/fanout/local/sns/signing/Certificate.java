package dev.fanout.local.sns.signing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An X.509 certificate that the key signs for itself: the JDK reads them, but has nothing public that makes
 * one. The same key always gets the same one, so that only the key needs to be kept.
 *
 * @param name of the file, as in AWS's links
 */
record Certificate(String name, String pem) {
    private static final byte[] SHA256_WITH_RSA =
            Der.sequence(Der.identifier("2A864886F70D01010B"), Der.NULL);
    private static final byte[] COMMON_NAME = Der.identifier("550403");
    private static final byte[] VERSION_3 = Der.explicit(0, Der.integer(BigInteger.TWO));
    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2049-12-31T23:59:59Z");
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    static Certificate of(KeyPair keys) {
        var id = sha256(keys.getPublic().getEncoded());
        var content = content(keys, new BigInteger(1, id).shiftRight(128));
        var signature = SignatureVersion.V2.sign(content, keys.getPrivate());
        var whole = Der.sequence(content, SHA256_WITH_RSA, Der.bits(signature));
        var name = "SimpleNotificationService-" + HexFormat.of().formatHex(id, 0, 16) + ".pem";
        return new Certificate(name, pem(whole));
    }

    private static byte[] content(KeyPair keys, BigInteger serialNumber) {
        var ourselves = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.text("Fanout local stack, SNS"))));
        return Der.sequence(
                VERSION_3,
                Der.integer(serialNumber),
                SHA256_WITH_RSA,
                ourselves,
                Der.sequence(Der.time(FROM), Der.time(TO)),
                ourselves,
                keys.getPublic().getEncoded());
    }

    private static String pem(byte[] certificate) {
        return "-----BEGIN CERTIFICATE-----\n"
                + new String(PEM.encode(certificate), StandardCharsets.US_ASCII)
                + "\n-----END CERTIFICATE-----\n";
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
