package dev.fanout.local.sns.message;

import org.jspecify.annotations.Nullable;

/**
 * A typed value beside a message's body.
 *
 * @param type {@code String}, {@code Number} or {@code Binary}, with an optional suffix: {@code String.Array}
 * @param value text, or Base64 where the type is binary
 */
public record MessageAttribute(String type, String value) {
    public String baseType() {
        return type.split("\\.", 2)[0];
    }

    /** What follows the dot, if anything does. */
    public @Nullable String customType() {
        return type.contains(".") ? type.split("\\.", 2)[1] : null;
    }
}
