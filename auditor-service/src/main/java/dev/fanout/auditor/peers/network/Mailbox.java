package dev.fanout.auditor.peers.network;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Messages that wait for one reader, bounded in number and bytes for each sender: who sends too much loses its own
 * messages, and the senders take turns.
 */
public final class Mailbox {
    private static final int MOST = 1024;
    private static final int MOST_BYTES = 4 << 20;

    private final Map<String, Waiting> senders;
    private final Queue<Waiting> turns;
    private final Semaphore ready = new Semaphore(0);

    public Mailbox(Collection<String> senders) {
        this.senders = senders.stream().collect(Collectors.toMap(Function.identity(), _ -> new Waiting()));
        this.turns = new ArrayDeque<>(this.senders.values());
    }

    /** False if it does not fit: it is lost. */
    public boolean offer(String sender, byte[] message) {
        var waiting = senders.get(sender);
        if (waiting == null || !waiting.offer(message)) return false;
        ready.release();
        return true;
    }

    /** Null if nothing comes in time. By one thread. */
    public byte @Nullable [] poll(long nanos) throws InterruptedException {
        return ready.tryAcquire(nanos, TimeUnit.NANOSECONDS) ? next() : null;
    }

    private byte @Nullable [] next() {
        for (int i = 0; i < turns.size(); i++) {
            var sender = turns.remove();
            turns.add(sender);
            var message = sender.poll();
            if (message != null) return message;
        }
        return null;
    }

    private static final class Waiting {
        private final Queue<byte[]> messages = new ArrayDeque<>();
        private int bytes;

        synchronized boolean offer(byte[] message) {
            if (messages.size() >= MOST || bytes + message.length > MOST_BYTES) return false;
            bytes += message.length;
            return messages.add(message);
        }

        synchronized byte @Nullable [] poll() {
            var message = messages.poll();
            if (message != null) bytes -= message.length;
            return message;
        }
    }
}
