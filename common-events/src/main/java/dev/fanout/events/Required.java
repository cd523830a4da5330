package dev.fanout.events;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every event must have; the message names the field as the wire does. */
final class Required {
    private Required() {}

    static void that(boolean holds, String field, String rule) {
        if (!holds) throw new IllegalArgumentException(field + " " + rule);
    }

    static void present(@Nullable Object value, String field) {
        that(value != null, field, "is missing");
    }

    static void text(@Nullable String value, String field) {
        that(value != null && !value.isBlank(), field, "is missing");
    }

    static BigDecimal money(@Nullable BigDecimal value, String field) {
        if (value == null) throw new IllegalArgumentException(field + " is missing");
        that(value.signum() >= 0, field, "must not be negative");
        that(value.scale() <= 2, field, "must have at most two decimal places");
        return value.setScale(2, RoundingMode.UNNECESSARY);
    }

    static List<Item> lines(@Nullable List<Item> items) {
        return items == null ? List.of() : Items.merged(items);
    }
}
