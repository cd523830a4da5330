package dev.fanout.publisher.orders;

import dev.fanout.events.FieldRules;
import dev.fanout.events.OrderLine;
import dev.fanout.events.OrderLines;
import dev.fanout.web.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client says of the order that it places. */
record NewOrder(
        @Schema(description = "Who orders", example = "42") @NotNull @Positive @Nullable Long userId,
        @Schema(description = "In the shop's currency", example = "19.98")
        @NotNull
        @DecimalMin("0")
        // Digits alone overflows on a number like 1e2147483647.
        @DecimalMax(FieldRules.MAX_TOTAL)
        @Digits(
                integer = FieldRules.TOTAL_DIGITS, fraction = FieldRules.TOTAL_DECIMALS,
                message = FieldRules.TOTAL_RULE)
        @Nullable BigDecimal total,
        @Schema(description = "At most 50 lines; equal SKUs are merged")
        @Size(max = FieldRules.MAX_LINES, message = "must have at most {max} lines")
        @Nullable List<@NotNull @Valid Line> items) {

    NewOrder {
        // 1.100 is 1.10.
        total = total == null ? null : total.stripTrailingZeros();
    }

    /** One line of it. */
    @Schema(name = "NewOrderLine")
    record Line(
            @Schema(example = "tea")
            @NotNull
            @Pattern(regexp = FieldRules.SKU, message = FieldRules.SKU_RULE)
            @Nullable String sku,
            @Schema(example = "2") @NotNull @Min(1) @Max(FieldRules.MAX_QUANTITY) @Nullable Integer quantity) {

        private OrderLine item() {
            return new OrderLine(Objects.requireNonNull(sku), Objects.requireNonNull(quantity));
        }
    }

    /**
     * The order that it makes; only a valid one makes any.
     *
     * @throws ProblemException 400, where its lines are more together than each of them
     */
    Order placed(UUID id, Instant now) {
        return Order.placed(id, Objects.requireNonNull(userId), Objects.requireNonNull(total), lines(), now);
    }

    private List<OrderLine> lines() {
        if (items == null) return List.of();
        try {
            return OrderLines.merged(items.stream().map(Line::item).toList());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("items", "have too many pieces of one SKU: " + e.getMessage());
        }
    }
}
