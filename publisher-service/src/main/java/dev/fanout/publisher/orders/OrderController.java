package dev.fanout.publisher.orders;

import dev.fanout.events.OrderStatus;
import dev.fanout.json.Texts;
import dev.fanout.publisher.aws.Traceparent;
import dev.fanout.web.Cursor;
import dev.fanout.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.DateTimeException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders by REST. */
@RestController
@RequestMapping("/orders")
@Tag(name = "Orders")
class OrderController {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String LISTING = "orders";
    private static final String REPLAYED = "Idempotency-Replayed";

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @PostMapping
    @Operation(summary = "Places an order and publishes order.created")
    @ApiResponse(responseCode = "201", description = "Placed; it will be published, whatever happens")
    @ApiResponse(responseCode = "422", ref = "Problem")
    ResponseEntity<OrderView> place(
            @Valid @RequestBody NewOrder order,
            @Parameter(description = "Makes a repetition safe: it gets the first one's answer")
                    @RequestHeader(name = IDEMPOTENCY_KEY, required = false)
                    @Pattern(regexp = "[ -~]{1,128}", message = "must be 1 to 128 printable ASCII characters")
                    @Nullable String idempotencyKey,
            @Parameter(hidden = true) @RequestHeader(name = Traceparent.HEADER, required = false)
                    @Nullable String traceparent) {
        var key = Optional.ofNullable(idempotencyKey);
        return switch (orders.place(order, key, Traceparent.of(traceparent))) {
            case Orders.Placement.Placed placed -> created(placed.order()).body(OrderView.of(placed.order()));
            case Orders.Placement.Replayed before ->
                created(before.order()).header(REPLAYED, "true").body(OrderView.of(before.order()));
            case Orders.Placement.KeyTaken _ ->
                throw ProblemException.of(
                        HttpStatus.UNPROCESSABLE_CONTENT, IDEMPOTENCY_KEY, "was used for another request");
        };
    }

    @PatchMapping("/{order_id}")
    @Operation(summary = "Moves an order to another status and publishes order.updated")
    @ApiResponse(responseCode = "200", description = "Moved, or there already")
    @ApiResponse(responseCode = "404", ref = "Problem")
    @ApiResponse(responseCode = "409", ref = "Problem")
    OrderView move(
            @PathVariable("order_id") String orderId,
            @Valid @RequestBody StatusChange change,
            @Parameter(hidden = true) @RequestHeader(name = Traceparent.HEADER, required = false)
                    @Nullable String traceparent) {
        var next = Objects.requireNonNull(change.status());
        return switch (orders.move(id(orderId), next, Traceparent.of(traceparent))) {
            case Orders.Moving.Done done -> OrderView.of(done.order());
            case Orders.Moving.Illegal illegal -> throw conflict(illegal.from(), next);
            case Orders.Moving.Missing _ -> throw missing(orderId);
        };
    }

    @GetMapping("/{order_id}")
    @Operation(summary = "An order as it stands")
    @ApiResponse(responseCode = "200", description = "The order")
    @ApiResponse(responseCode = "404", ref = "Problem")
    OrderView order(@PathVariable("order_id") String orderId) {
        return orders.find(id(orderId)).map(OrderView::of).orElseThrow(() -> missing(orderId));
    }

    @GetMapping
    @Operation(summary = "A user's orders, the newest first")
    @ApiResponse(responseCode = "200", description = "Maybe none")
    OrderView.Several ofUser(
            @RequestParam("user_id") @Positive long userId,
            @Parameter(description = "What the page before this one calls next")
                    @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var page = orders.ofUser(userId, place(after), limit).map(OrderView::of);
        return new OrderView.Several(page.items(), Cursor.next(LISTING, page.next()));
    }

    private static Optional<OrderRow.Place> place(@Nullable String after) {
        try {
            return Cursor.after(LISTING, after).map(OrderRow.Place::of);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException _) {
            throw Cursor.refused();
        }
    }

    private static ResponseEntity.BodyBuilder created(Order order) {
        return ResponseEntity.created(URI.create("/orders/" + order.orderId()));
    }

    /** Ids are UUIDs; under another text there is no order. */
    private static UUID id(String text) {
        try {
            return Texts.uuid(text);
        } catch (IllegalArgumentException _) {
            throw missing(text);
        }
    }

    private static ProblemException missing(String id) {
        return ProblemException.of(HttpStatus.NOT_FOUND, "order_id", "is not known: there is no order " + id);
    }

    private static ProblemException conflict(OrderStatus from, OrderStatus next) {
        var message = "cannot become " + next.wireName() + ": the order is " + from.wireName();
        return ProblemException.of(HttpStatus.CONFLICT, "status", message);
    }
}
