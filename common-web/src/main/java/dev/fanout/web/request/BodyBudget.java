package dev.fanout.web.request;

import java.util.concurrent.Semaphore;
import org.springframework.util.unit.DataSize;

/** The memory that bodies may take together. The first bytes of each are free, so that small requests always get in. */
final class BodyBudget {
    /** So much times the number of connections is bounded by that number. */
    static final int FREE = 4 << 10;

    private final Semaphore bytes;

    BodyBudget(DataSize all) {
        this.bytes = new Semaphore(Math.toIntExact(all.toBytes()));
    }

    boolean take(int count) {
        return bytes.tryAcquire(count);
    }

    void giveBack(int count) {
        bytes.release(count);
    }
}
