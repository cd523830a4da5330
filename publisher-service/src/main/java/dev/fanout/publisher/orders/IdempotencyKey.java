package dev.fanout.publisher.orders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * A client's name for one request, and what it was answered.
 *
 * @param hash of what was asked, however its JSON was laid out
 * @param answer the order as it was placed
 */
record IdempotencyKey(String name, String hash, Order answer, Instant expires) {

    static IdempotencyKey of(String name, Order placed, Instant expires) {
        return new IdempotencyKey(name, hash(placed), placed, expires);
    }

    /** The same request again, and not another one under the same name. */
    boolean isFor(Order placed) {
        return hash.equals(hash(placed));
    }

    private static String hash(Order order) {
        var lines = order.items().stream()
                .map(line -> line.sku() + "=" + line.quantity())
                .collect(Collectors.joining(","));
        return sha256(order.userId() + "|" + order.total().toPlainString() + "|" + lines);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
