package dev.fanout.publisher.orders;

import dev.fanout.events.OrderStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Where a client wants an order to move. */
record StatusChange(
        @Schema(description = "pending → confirmed → shipped, or cancelled", example = "confirmed")
        @NotNull @Nullable OrderStatus status) {}
