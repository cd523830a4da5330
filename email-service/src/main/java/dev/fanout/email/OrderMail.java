package dev.fanout.email;

import dev.fanout.events.OrderCreated;
import dev.fanout.events.OrderEvent;
import dev.fanout.events.OrderLine;
import dev.fanout.events.OrderUpdated;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** What a customer is told about an order. */
record OrderMail(String subject, String text, String html) {
    static OrderMail about(OrderEvent order) {
        var subject = subject(order);
        var lines = order.items().stream().map(OrderMail::line).toList();
        var text = subject + ".\n\n" + String.join("\n", lines) + "\n\nTotal: " + order.total() + "\n";
        var rows = lines.stream()
                .map(line -> "<li>" + HtmlUtils.htmlEscape(line) + "</li>")
                .collect(Collectors.joining());
        var html = "<p>%s.</p><ul>%s</ul><p>Total: %s</p>"
                .formatted(HtmlUtils.htmlEscape(subject), rows, order.total());
        return new OrderMail(subject, text, html);
    }

    private static String subject(OrderEvent order) {
        return switch (order) {
            case OrderCreated created -> "We have your order " + created.orderId();
            case OrderUpdated updated -> "Your order " + updated.orderId() + " is " + updated.status().wireName();
        };
    }

    private static String line(OrderLine item) {
        return item.quantity() + " x " + item.sku();
    }
}
