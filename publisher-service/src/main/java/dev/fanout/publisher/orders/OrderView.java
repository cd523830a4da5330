package dev.fanout.publisher.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanout.events.OrderLine;
import dev.fanout.events.OrderStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as clients see it. */
@Schema(name = "Order")
record OrderView(
        UUID orderId,
        @Schema(example = "42") long userId,
        @Schema(example = "19.98") BigDecimal total,
        OrderStatus status,
        List<OrderLine> items,
        @Schema(description = "Counts the changes, from 1", example = "1") long version,
        Instant createdAt,
        Instant updatedAt) {

    static OrderView of(Order order) {
        return new OrderView(
                order.orderId(),
                order.userId(),
                order.total(),
                order.status(),
                order.items(),
                order.version(),
                order.createdAt(),
                order.updatedAt());
    }

    /** Several, the newest first. */
    @Schema(name = "Orders")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Several(
            List<OrderView> orders,
            @Schema(description = "Of the next page, to be given as after; none after the last page")
            @Nullable String next) {}
}
