package dev.fanout.cli.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Sends so many requests a second, each by itself, so that one that waits for an answer holds up no other. When too
 * many wait, it sends no more until some are answered: whoever is behind already would only fall behind further.
 */
final class RequestGenerator {
    /** A request with a number. */
    interface Request {
        void send(int index) throws InterruptedException;
    }

    private static final int MOST_WAITING = 50;

    private RequestGenerator() {}

    /** Returns when each was answered or given up: how many there were. */
    static int flow(Duration time, double rate, Request request) throws InterruptedException {
        var sent = new ArrayList<Future<?>>();
        var pause = Duration.ofNanos((long) (1_000_000_000 / rate));
        var end = System.nanoTime() + time.toNanos();
        var places = new Semaphore(MOST_WAITING);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; System.nanoTime() < end; i++) {
                int index = i;
                places.acquire();
                sent.add(threads.submit(() -> {
                    try {
                        request.send(index);
                    } finally {
                        places.release();
                    }
                    return null;
                }));
                Thread.sleep(pause);
            }
            for (var each : sent) each.get();
            return sent.size();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
