package dev.fanout.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every event must have; the message names the field as the wire does. */
final class Required {
    /** Sums of many still fit in the 38 digits of DynamoDB's numbers. */
    private static final int MAX_DIGITS = 15;

    private Required() {}

    static void that(boolean holds, String field, String rule) {
        if (!holds) throw new IllegalArgumentException(field + " " + rule);
    }

    static void present(@Nullable Object value, String field) {
        that(value != null, field, "is missing");
    }

    static void text(@Nullable String value, String field) {
        that(value != null && !value.isBlank(), field, "is missing");
        wellFormed(value, field);
    }

    /** Half of a surrogate pair is no character: neither a hash nor a table could keep it. */
    static void wellFormed(@Nullable String value, String field) {
        that(value == null || UTF_8.newEncoder().canEncode(value), field, "has half of a surrogate pair");
    }

    static BigDecimal money(@Nullable BigDecimal value, String field) {
        if (value == null) throw new IllegalArgumentException(field + " is missing");
        that(value.signum() >= 0, field, "must not be negative");
        that(value.scale() <= 2, field, "must have at most two decimal places");
        // First: written out, 1e2147483647 has more digits than the memory holds.
        long digits = (long) value.precision() - value.scale();
        that(digits <= MAX_DIGITS, field, "must have at most " + MAX_DIGITS + " digits before the point");
        return value.setScale(2, RoundingMode.UNNECESSARY);
    }

    static List<Item> lines(@Nullable List<Item> items) {
        return items == null ? List.of() : Items.merged(items);
    }
}
