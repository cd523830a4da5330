package dev.fanout.scenarios.load;

import dev.fanout.scenarios.stage.ServiceProcess;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Many clients, each with one view, all at once. Who is refused comes again when he was told to, or a little later. */
public final class LoadGenerator implements AutoCloseable {
    private static final int HOSTS = 100;
    private static final Duration RETRY_TIMEOUT = Duration.ofMinutes(5);
    private static final int MOST_SECONDS_MORE = 4;
    private static final int ACCEPTED = 202;
    private static final int UNAVAILABLE = 503;

    private final ServiceProcess publisher;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger withoutAdvice = new AtomicInteger();
    private final AtomicInteger waiting;
    private final long deadline = System.nanoTime() + RETRY_TIMEOUT.toNanos();

    public LoadGenerator(ServiceProcess publisher, int size) {
        this.publisher = publisher;
        this.waiting = new AtomicInteger(size);
        for (int i = 0; i < size; i++) {
            var host = "host-" + i % HOSTS;
            clients.submit(() -> {
                sendUntilTaken(host);
                return host;
            });
        }
    }

    private void sendUntilTaken(String host) throws InterruptedException {
        var id = UUID.randomUUID().toString();
        var view = "{\"event_id\":\"%s\",\"host_id\":\"%s\",\"content_id\":\"film-1\",\"ad_id\":\"ad-1\"}"
                .formatted(id, host);
        try {
            for (int tries = 1; System.nanoTime() < deadline; tries++) {
                var answer = publisher.post("/views", view);
                if (answer.filter(it -> it.statusCode() == ACCEPTED).isPresent()) {
                    accepted.add(id);
                    return;
                }
                Thread.sleep(pause(answer, tries));
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** As long as was asked for, and longer each time: those who come back all at once are only refused again. */
    private Duration pause(Optional<HttpResponse<String>> answer, int tries) {
        var advice = answer.flatMap(it -> it.headers().firstValue("Retry-After"));
        if (answer.filter(it -> it.statusCode() == UNAVAILABLE).isPresent()) {
            refusals.incrementAndGet();
            if (advice.isEmpty()) withoutAdvice.incrementAndGet();
        }
        var asked = Duration.ofSeconds(advice.map(Long::parseLong).orElse(1L));
        return asked.plusMillis(ThreadLocalRandom.current().nextLong(1_000L * Math.min(tries, MOST_SECONDS_MORE)));
    }

    public boolean isServed() {
        return waiting.get() == 0;
    }

    public int accepted() {
        return accepted.size();
    }

    public int refusals() {
        return refusals.get();
    }

    public int refusalsWithoutAdvice() {
        return withoutAdvice.get();
    }

    public long notIn(Set<String> done) {
        return accepted.stream().filter(id -> !done.contains(id)).count();
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
