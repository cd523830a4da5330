package dev.fanout.publisher;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does several things at the same time. */
public final class Together {
    private Together() {}

    public static <T> List<T> times(int times, IntFunction<T> action) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> after(start, action, i), threads))
                    .toList();
            start.countDown();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }

    private static <T> T after(CountDownLatch start, IntFunction<T> action, int i) {
        try {
            start.await();
            return action.apply(i);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
