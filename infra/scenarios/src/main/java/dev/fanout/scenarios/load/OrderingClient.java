package dev.fanout.scenarios.load;

import dev.fanout.scenarios.stage.ServiceProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Orders one thing after the other. Without an answer, the next attempt carries the same key. */
public final class OrderingClient {
    private static final String ORDER = "{\"user_id\":%d,\"total\":19.98}";

    private final ServiceProcess publisher;
    private final JsonMapper json = JsonMapper.shared();
    private final List<String> answered = new ArrayList<>();
    private String key = UUID.randomUUID().toString();

    public OrderingClient(ServiceProcess publisher) {
        this.publisher = publisher;
    }

    /** The orders that were answered 201. */
    public List<String> answered() {
        return answered;
    }

    public long notIn(Set<String> published) {
        return answered.stream().filter(order -> !published.contains(order)).count();
    }

    /** Until so many are answered, or nobody answers any more. */
    public void ordersUntil(int count) throws InterruptedException {
        while (answered.size() < count && publisher.isAlive()) {
            var body = ORDER.formatted(1 + answered.size());
            var answer = publisher.post("/orders", body, "Idempotency-Key", key);
            if (answer.isEmpty()) continue;
            if (answer.get().statusCode() != 201)
                throw new IllegalStateException("the publisher answers " + answer.get().statusCode());
            answered.add(json.readTree(answer.get().body()).path("order_id").asString(""));
            key = UUID.randomUUID().toString();
        }
    }
}
