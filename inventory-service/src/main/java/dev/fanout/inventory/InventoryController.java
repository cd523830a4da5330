package dev.fanout.inventory;

import dev.fanout.events.FieldRules;
import dev.fanout.messaging.StateStore;
import dev.fanout.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Looks at stock and reservations, and sets what was counted. */
@RestController
class InventoryController {
    private final StateStore state;

    InventoryController(StateStore state) {
        this.state = state;
    }

    /** @param available pieces that an order can have from now on, beside what is reserved */
    record Counted(@NotNull @PositiveOrZero @Max(1_000_000_000) @Nullable Long available) {}

    @GetMapping("/stock/{sku}")
    Stock stock(@PathVariable String sku) {
        return state.find(Stock.key(sku)).orElseThrow(() -> missing("there is no stock of " + sku));
    }

    @PutMapping("/stock/{sku}")
    Stock count(
            @PathVariable @Pattern(regexp = FieldRules.SKU, message = FieldRules.SKU_RULE) String sku,
            @Valid @RequestBody Counted counted) {
        var available = Objects.requireNonNull(counted.available());
        return state.change(Stock.key(sku), new Stock(sku, 0, 0), stock -> stock.counted(available));
    }

    @GetMapping("/reservations/{orderId}")
    Reservation reservation(@PathVariable String orderId) {
        return state.find(Reservation.key(orderId))
                .orElseThrow(() -> missing("no event of order " + orderId + " has arrived here (yet)"));
    }

    private static ProblemException missing(String detail) {
        return ProblemException.of(HttpStatus.NOT_FOUND, detail);
    }
}
