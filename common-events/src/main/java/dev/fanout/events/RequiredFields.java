package dev.fanout.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fanout.json.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every event must have; the message names the field as the wire does. */
final class RequiredFields {
    private static final Pattern ID = Pattern.compile(FieldRules.ID);
    private static final Pattern SKU = Pattern.compile(FieldRules.SKU);
    /** Free text, as that of a piece of work. */
    private static final int MAX_TEXT = 1_000;

    private RequiredFields() {}

    static void that(boolean holds, String field, String rule) {
        if (!holds) throw new IllegalArgumentException(field + " " + rule);
    }

    static void present(@Nullable Object value, String field) {
        that(value != null, field, "is missing");
    }

    /** Not the nil UUID either: all that had none would be one event. */
    static void eventId(@Nullable UUID value) {
        present(value, "event_id");
        that(value != null && Texts.isId(value), "event_id", "must not be the nil UUID");
    }

    static void time(@Nullable Instant value) {
        present(value, "timestamp");
        that(value != null && Texts.isTime(value), "timestamp", Texts.TIME_RULE);
    }

    static void id(@Nullable String value, String field) {
        matching(ID, value, field, FieldRules.ID_RULE);
    }

    static void sku(@Nullable String value) {
        matching(SKU, value, "sku", FieldRules.SKU_RULE);
    }

    private static void matching(Pattern pattern, @Nullable String value, String field, String rule) {
        present(value, field);
        that(value != null && pattern.matcher(value).matches(), field, rule);
    }

    static void text(@Nullable String value, String field) {
        that(value != null && !value.isBlank(), field, "is missing");
        wellFormed(value, field);
    }

    /** Half of a surrogate pair is no character: neither a hash nor a table could keep it. */
    static void wellFormed(@Nullable String value, String field) {
        that(value == null || value.length() <= MAX_TEXT, field, "must have at most " + MAX_TEXT + " characters");
        that(value == null || UTF_8.newEncoder().canEncode(value), field, "has half of a surrogate pair");
    }

    static BigDecimal money(@Nullable BigDecimal value, String field) {
        if (value == null) throw new IllegalArgumentException(field + " is missing");
        that(value.signum() >= 0, field, "must not be negative");
        // 1.100 is 1.10. First the digits: written out, 1e2147483647 has more than the memory holds.
        var plain = value.stripTrailingZeros();
        long digits = (long) plain.precision() - plain.scale();
        that(digits <= FieldRules.TOTAL_DIGITS && plain.scale() <= FieldRules.TOTAL_DECIMALS, field,
                FieldRules.TOTAL_RULE);
        return plain.setScale(FieldRules.TOTAL_DECIMALS, RoundingMode.UNNECESSARY);
    }

    static List<OrderLine> lines(@Nullable List<OrderLine> items) {
        return items == null ? List.of() : OrderLines.merged(items);
    }
}
