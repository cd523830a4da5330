package dev.fanout.local;

import org.slf4j.LoggerFactory;

/** Ends one part after the other: a part that fails to end must not keep the rest alive. */
final class CloseInOrder {
    private CloseInOrder() {}

    static void quietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(CloseInOrder.class).warn("{} did not end cleanly", part, e);
        }
    }
}
