package dev.fanout.publisher.orders;

import dev.fanout.events.Item;
import dev.fanout.events.Items;
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
        @DecimalMax("999999999.99")
        @Digits(integer = 9, fraction = 2, message = "must have at most 9 digits and 2 decimals")
        @Nullable BigDecimal total,
        @Schema(description = "At most 50 lines; equal SKUs are merged")
        @Size(max = Items.MAX_LINES, message = "must have at most {max} lines")
        @Nullable List<@NotNull @Valid Line> items) {

    /** One line of it. */
    @Schema(name = "NewOrderLine")
    record Line(
            @Schema(example = "tea")
            @NotNull
            @Pattern(regexp = Items.SKU, message = "must be 1 to 64 letters, digits, ., _ or -")
            @Nullable String sku,
            @Schema(example = "2") @NotNull @Min(1) @Max(1_000_000) @Nullable Integer quantity) {

        private Item item() {
            return new Item(Objects.requireNonNull(sku), Objects.requireNonNull(quantity));
        }
    }

    /** The order that it makes; only a valid one makes any. */
    Order placed(UUID id, Instant now) {
        var lines = items == null ? List.<Item>of() : items.stream().map(Line::item).toList();
        return Order.placed(id, Objects.requireNonNull(userId), Objects.requireNonNull(total), lines, now);
    }
}
