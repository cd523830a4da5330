package dev.fanout.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.OrderCreated;
import dev.fanout.events.OrderLine;
import dev.fanout.events.OrderStatus;
import dev.fanout.events.OrderUpdated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderMailTest {
    private static final List<OrderLine> ITEMS = List.of(new OrderLine("tea", 2));

    @Test
    void a_new_order_is_confirmed_with_its_lines_and_total() {
        var mail = OrderMail.about(new OrderCreated(
                UUID.randomUUID(), "o1", 7, new BigDecimal("19.9"), OrderStatus.PENDING, ITEMS, 1, Instant.EPOCH));
        assertThat(mail.subject()).isEqualTo("We have your order o1");
        assertThat(mail.text()).contains("2 x tea").contains("Total: 19.90");
        assertThat(mail.html()).contains("<li>2 x tea</li>");
    }

    @Test
    void a_change_is_told_with_the_new_status() {
        var mail = OrderMail.about(new OrderUpdated(
                UUID.randomUUID(), "o1", 7, BigDecimal.ONE, OrderStatus.SHIPPED, ITEMS, 3, Instant.EPOCH));
        assertThat(mail.subject()).isEqualTo("Your order o1 is shipped");
    }

    @Test
    void the_address_is_made_of_the_user() {
        assertThat(new EmailSettings("shop@example.com", "customer-{user_id}@example.com").addressOf(42))
                .isEqualTo("customer-42@example.com");
    }
}
