package dev.fanout.cli.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fanout.events.OrderStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;

/** All services at one address, who know the story by heart; its orders get the ids 0, 1 and 2. */
final class FakeServices implements AutoCloseable {
    private final Story story;
    private final HttpServer server;
    private int orders;
    private boolean viewed;
    private boolean inventoryHears = true;

    FakeServices(Story story) throws IOException {
        this.story = story;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    void inventoryHearsNothing() {
        inventoryHears = false;
    }

    URI address(String service) {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath().substring(1).split("/");
        var query = exchange.getRequestURI().getQuery();
        var last = query == null ? path[path.length - 1] : query.substring(query.indexOf('=') + 1);
        var what = query != null || path[0].equals("analytics") ? String.join("/", path) : path[0];
        var body = answer(exchange.getRequestMethod() + " " + what, last);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String answer(String request, String last) {
        return switch (request) {
            case "GET actuator" -> "{}";
            case "POST orders" -> order(orders++);
            case "PATCH orders", "GET orders" -> order(Integer.parseInt(last));
            case "POST views" -> views(last);
            case "PUT stock", "GET stock" -> stock(last);
            case "GET reservations" -> inventoryHears ? reservation(Integer.parseInt(last)) : "";
            case "GET emails" -> emails(Integer.parseInt(last));
            case "GET ledger/hosts" -> "{\"hosts\":[%s]}".formatted(hosts("{\"host_id\":\"%s\",\"views\":%d}"));
            case "GET analytics/views/hosts" -> "{\"views\":{%s}}".formatted(hosts("\"%s\":%d"));
            case "GET analytics/views" -> viewSums();
            case "GET analytics/orders" -> orderSums();
            default -> throw new IllegalArgumentException(request);
        };
    }

    private String order(int id) {
        var order = story.orders().get(id);
        return """
                {"order_id":"%d","user_id":%d,"total":%s,"status":"%s","version":%d,"items":[]}"""
                .formatted(id, order.user(), order.total(), order.end().wireName(), order.version());
    }

    private String views(String last) {
        viewed = true;
        return last.equals("batch") ? "{\"accepted\":9}" : "{\"event_id\":\"1\"}";
    }

    private String stock(String sku) {
        var stock = story.stocks().stream().filter(each -> each.sku().equals(sku)).findFirst().orElseThrow();
        return """
                {"sku":"%s","available":%d,"reserved":%d}"""
                .formatted(sku, stock.available(), stock.reserved());
    }

    private String reservation(int id) {
        var order = story.orders().get(id);
        var lines = order.lines().stream().map(line -> """
                {"sku":"%s","quantity":%d,"outcome":"%s"}"""
                .formatted(line.sku(), line.quantity(), line.outcome()));
        return """
                {"order_id":"%d","version":%d,"status":"%s","lines":[%s]}""".formatted(id, order.version(),
                order.end().wireName(), lines.collect(joining(",")));
    }

    private String emails(int id) {
        var mails = LongStream.rangeClosed(1, story.orders().get(id).version())
                .mapToObj("{\"to\":\"somebody\",\"subject\":\"order %d\"}"::formatted);
        return "{\"emails\":[%s]}".formatted(mails.collect(joining(",")));
    }

    private String orderSums() {
        var sums = OrderSums.NONE;
        for (var order : story.orders().subList(0, orders)) sums = sums.plus(order);
        return """
                {"orders":%d,"by_status":{"confirmed":%d,"shipped":%d,"cancelled":%d},"revenue":%s}"""
                .formatted(sums.orders(), sums.in(OrderStatus.CONFIRMED), sums.in(OrderStatus.SHIPPED),
                        sums.in(OrderStatus.CANCELLED), sums.revenue());
    }

    private String viewSums() {
        return "{\"total\":%d}".formatted(viewed ? 10 : 0);
    }

    /** @param form of one host */
    private String hosts(String form) {
        if (!viewed) return "";
        var byHost = story.views().stream().collect(groupingBy(Story.View::hostId, counting()));
        return byHost.entrySet().stream()
                .map(host -> form.formatted(host.getKey(), host.getValue()))
                .collect(joining(","));
    }
}
