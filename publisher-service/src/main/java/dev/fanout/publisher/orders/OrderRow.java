package dev.fanout.publisher.orders;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.fanout.events.OrderLine;
import dev.fanout.events.OrderStatus;
import dev.fanout.publisher.aws.Attributes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An order as DynamoDB keeps it. */
final class OrderRow {
    // Instant's own form drops trailing zeros, and then text does not sort like time.
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private OrderRow() {}

    static Map<String, AttributeValue> key(UUID id) {
        return Map.of("order_id", fromS(id.toString()));
    }

    /** Where an order is among those of its user. */
    record Place(Instant created, UUID orderId) {
        private static final String SEPARATOR = "#";

        static Place of(Attributes item) {
            return new Place(Instant.parse(item.text("created")), UUID.fromString(item.text("order_id")));
        }

        /** @throws RuntimeException if it is no place */
        static Place of(String text) {
            var end = text.indexOf(SEPARATOR);
            return new Place(Instant.parse(text.substring(0, end)), UUID.fromString(text.substring(end + 1)));
        }

        String text() {
            return SORTABLE.format(created) + SEPARATOR + orderId;
        }

        Map<String, AttributeValue> key(long userId) {
            return Map.of(
                    "user", fromS(String.valueOf(userId)),
                    "created", fromS(SORTABLE.format(created)),
                    "order_id", fromS(orderId.toString()));
        }
    }

    static Map<String, AttributeValue> of(Order order) {
        return Map.of(
                "order_id", fromS(order.orderId().toString()),
                "user", fromS(String.valueOf(order.userId())),
                "total", fromN(order.total().toPlainString()),
                "status", fromS(order.status().wireName()),
                "items", fromL(order.items().stream().map(OrderRow::line).toList()),
                "version", fromN(String.valueOf(order.version())),
                "created", fromS(SORTABLE.format(order.createdAt())),
                "updated", fromS(SORTABLE.format(order.updatedAt())));
    }

    static Order order(Attributes item) {
        return new Order(
                UUID.fromString(item.text("order_id")),
                Long.parseLong(item.text("user")),
                new BigDecimal(item.digits("total")).setScale(2),
                OrderStatus.valueOf(item.text("status").toUpperCase(Locale.ROOT)),
                item.list("items").stream().map(OrderRow::line).toList(),
                item.number("version"),
                Instant.parse(item.text("created")),
                Instant.parse(item.text("updated")));
    }

    private static AttributeValue line(OrderLine line) {
        return fromM(Map.of("sku", fromS(line.sku()), "quantity", fromN(String.valueOf(line.quantity()))));
    }

    private static OrderLine line(Attributes line) {
        return new OrderLine(line.text("sku"), Math.toIntExact(line.number("quantity")));
    }
}
