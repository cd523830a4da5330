package dev.fanout.messaging.listing;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread of a service that makes its long reads, one after the other. A few may wait; more are refused. */
public final class Reader {
    private static final int WAITING = 16;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            0, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), Thread.ofVirtual().name("reader").factory());

    void read(Runnable reading) {
        thread.execute(reading);
    }
}
