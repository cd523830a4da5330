package dev.fanout.cli.up;

import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import java.util.List;
import java.util.stream.Stream;

/** Lines to paste into another terminal, for the services that run. */
final class Suggestions {
    private static final String JSON = " -H 'content-type: application/json' -d ";

    private record Suggestion(String service, String line) {}

    private static final List<Suggestion> IN_ORDER = List.of(
            new Suggestion("inventory", "curl -X PUT localhost:8082/stock/tea" + JSON + """
                    '{"available":10}'"""),
            new Suggestion("publisher", "curl -i localhost:8080/orders" + JSON + """
                    '{"user_id":42,"total":19.98,"items":[{"sku":"tea","quantity":2}]}'"""),
            new Suggestion("publisher", "curl -X PATCH localhost:8080/orders/ORDER_ID" + JSON + """
                    '{"status":"confirmed"}'"""),
            new Suggestion("inventory", "curl localhost:8082/stock/tea"),
            new Suggestion("inventory", "curl localhost:8082/reservations/ORDER_ID"),
            new Suggestion("email", "curl 'localhost:8081/emails?order_id=ORDER_ID'"),
            new Suggestion("analytics", "curl localhost:8083/analytics/orders"),
            new Suggestion("publisher", "curl localhost:8080/views" + JSON + """
                    '{"host_id":"host-1","content_id":"film-1","ad_id":"ad-1"}'"""),
            new Suggestion("analytics", "curl localhost:8083/analytics/views"),
            new Suggestion("auditor-a", "curl localhost:8084/ledger/summary"),
            new Suggestion("auditor-a", "curl -H 'accept: text/plain' localhost:8084/agreement"),
            new Suggestion("publisher", "http://localhost:8080/swagger-ui.html in a browser"));

    private Suggestions() {}

    static List<String> of(List<String> running) {
        var curls = IN_ORDER.stream().filter(each -> running.contains(each.service())).map(Suggestion::line);
        return Stream.of(Stream.of("Try, in another terminal:"), curls, demo(running))
                .flatMap(lines -> lines)
                .map(line -> "  " + line)
                .toList();
    }

    /** It visits every service: beside {@code --only} it would do no more than complain. */
    private static Stream<String> demo(List<String> running) {
        var all = Fanout.TOPOLOGY.services().stream().map(Service::name).toList();
        return running.containsAll(all) ? Stream.of("./fanout demo") : Stream.empty();
    }
}
