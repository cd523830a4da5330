package dev.fanout.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.OrderEvent;
import dev.fanout.events.OrderLine;
import dev.fanout.events.OrderStatus;
import dev.fanout.events.OrderUpdated;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReserveStockTest {
    private static final List<OrderStatus> SHIPPING =
            List.of(OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.SHIPPED);

    private final ReserveStock reserveStock = new ReserveStock();
    private State state = State.empty()
            .with(Stock.key("tea"), new Stock("tea", 10, 0))
            .with(Stock.key("milk"), new Stock("milk", 1, 0))
            .without(Stock.key("unicorn"))
            .without(Reservation.key("o"));

    @Test
    void an_open_order_reserves() {
        happens(1, OrderStatus.PENDING, new OrderLine("tea", 3));
        assertThat(stock("tea")).isEqualTo(new Stock("tea", 7, 3));
        assertThat(outcomes()).containsExactly(LineOutcome.RESERVED);
    }

    @Test
    void a_confirmed_order_keeps_what_it_has() {
        happens(1, OrderStatus.PENDING, new OrderLine("tea", 3));
        happens(2, OrderStatus.CONFIRMED, new OrderLine("tea", 3));
        assertThat(stock("tea")).isEqualTo(new Stock("tea", 7, 3));
    }

    @Test
    void a_cancelled_order_gives_back() {
        happens(1, OrderStatus.PENDING, new OrderLine("tea", 3));
        happens(2, OrderStatus.CANCELLED, new OrderLine("tea", 3));
        assertThat(stock("tea")).isEqualTo(new Stock("tea", 10, 0));
        assertThat(outcomes()).containsExactly(LineOutcome.RELEASED);
    }

    @Test
    void a_shipped_order_takes_its_pieces_away() {
        happens(2, OrderStatus.CONFIRMED, new OrderLine("tea", 3));
        happens(3, OrderStatus.SHIPPED, new OrderLine("tea", 3));
        assertThat(stock("tea")).isEqualTo(new Stock("tea", 7, 0));
        assertThat(outcomes()).containsExactly(LineOutcome.SHIPPED);
    }

    @Test
    void shipping_that_is_heard_of_first_takes_from_what_is_available() {
        happens(3, OrderStatus.SHIPPED, new OrderLine("tea", 3));
        happens(1, OrderStatus.PENDING, new OrderLine("tea", 3));
        assertThat(stock("tea")).isEqualTo(new Stock("tea", 7, 0));
    }

    @Test
    void a_cancellation_that_is_heard_of_first_leaves_nothing_to_reserve() {
        happens(2, OrderStatus.CANCELLED, new OrderLine("tea", 3));
        happens(1, OrderStatus.PENDING, new OrderLine("tea", 3));
        assertThat(stock("tea")).isEqualTo(new Stock("tea", 10, 0));
        assertThat(outcomes()).containsExactly(LineOutcome.RELEASED);
    }

    @Test
    void each_line_has_its_own_outcome_and_nothing_is_oversold() {
        happens(1, OrderStatus.PENDING, new OrderLine("tea", 2), new OrderLine("milk", 2), new OrderLine("unicorn", 1));
        assertThat(outcomes()).containsExactly(LineOutcome.OUT_OF_STOCK, LineOutcome.RESERVED, LineOutcome.UNKNOWN_SKU);
        assertThat(stock("milk")).isEqualTo(new Stock("milk", 1, 0));
    }

    @Test
    void what_was_out_of_stock_is_tried_again_with_the_next_version() {
        happens(1, OrderStatus.PENDING, new OrderLine("milk", 2));
        state = state.with(Stock.key("milk"), stock("milk").counted(5));
        happens(2, OrderStatus.CONFIRMED, new OrderLine("milk", 2));
        assertThat(outcomes()).containsExactly(LineOutcome.RESERVED);
        assertThat(stock("milk")).isEqualTo(new Stock("milk", 3, 2));
    }

    @Test
    void an_older_version_changes_nothing() {
        happens(2, OrderStatus.CONFIRMED, new OrderLine("tea", 3));
        assertThat(reserveStock.fold(state, order(1, OrderStatus.PENDING, new OrderLine("tea", 3))))
                .isEqualTo(Changes.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatever_the_order_of_arrival_and_however_often_the_stock_ends_the_same(int seed) {
        var events = new ArrayList<OrderEvent>();
        for (int version = 1; version <= 3; version++)
            for (int copies = 0; copies < 3; copies++)
                events.add(order(version, SHIPPING.get(version - 1), new OrderLine("tea", 3)));
        Collections.shuffle(events, new Random(seed));
        events.forEach(this::happens);
        assertThat(stock("tea")).isEqualTo(new Stock("tea", 7, 0));
    }

    private void happens(long version, OrderStatus status, OrderLine... items) {
        happens(order(version, status, items));
    }

    private void happens(OrderEvent order) {
        reserveStock.fold(only(reserveStock.itemsOf(order)), order).puts().forEach(this::put);
    }

    /** What the pipeline would have loaded. */
    private State only(Iterable<Key<?>> keys) {
        var loaded = new HashMap<Key<?>, Optional<Record>>();
        keys.forEach(key -> loaded.put(key, state.find(key).map(Record.class::cast)));
        return State.of(loaded);
    }

    private <T extends Record> void put(Key<T> key, Record item) {
        state = state.with(key, key.type().cast(item));
    }

    private Stock stock(String sku) {
        return state.find(Stock.key(sku)).orElseThrow();
    }

    private List<LineOutcome> outcomes() {
        return state.find(Reservation.key("o")).orElseThrow().lines().stream().map(Reservation.Line::outcome).toList();
    }

    private static OrderEvent order(long version, OrderStatus status, OrderLine... items) {
        return new OrderUpdated(
                UUID.randomUUID(), "o", 1, BigDecimal.TEN, status, List.of(items), version, Instant.EPOCH);
    }
}
