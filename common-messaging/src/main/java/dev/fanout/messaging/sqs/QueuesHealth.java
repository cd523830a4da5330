package dev.fanout.messaging.sqs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up as long as every queue was polled with success lately. */
final class QueuesHealth implements HealthIndicator {
    private final Subscribers subscribers;
    private final PollWatch watch;

    QueuesHealth(Subscribers subscribers, PollWatch watch) {
        this.subscribers = subscribers;
        this.watch = watch;
    }

    @Override
    public Health health() {
        var queues = subscribers.queues();
        var health = queues.stream().anyMatch(watch::isSilent) ? Health.down() : Health.up();
        queues.forEach(queue -> health.withDetail(queue.subscription().queue(), details(queue)));
        return health.build();
    }

    private static Map<String, Object> details(SubscribedQueue queue) {
        var details = new LinkedHashMap<String, Object>();
        details.put("seconds_since_last_poll", queue.silence().toMillis() / 1000.0);
        details.put("in_flight", queue.inFlight());
        return details;
    }
}
