package dev.fanout.messaging.sqs;

import dev.fanout.messaging.Changes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What actions do outside. A slow errand takes until they are told to finish, at the latest when a test ends. */
final class Errands implements AutoCloseable {
    private final CountDownLatch finish = new CountDownLatch(1);
    private final List<String> done = new ArrayList<>();
    private volatile Instant slowSince = Instant.MAX;

    Changes run(String errand) throws InterruptedException {
        if (errand.startsWith("slow")) {
            slowSince = Instant.now();
            finish.await();
        }
        synchronized (done) {
            done.add(errand);
        }
        return Changes.NONE;
    }

    boolean isSlowFor(Duration duration) {
        return slowSince.isBefore(Instant.now().minus(duration));
    }

    void finish() {
        finish.countDown();
    }

    @Override
    public void close() {
        finish();
    }

    List<String> done() {
        synchronized (done) {
            return List.copyOf(done);
        }
    }
}
