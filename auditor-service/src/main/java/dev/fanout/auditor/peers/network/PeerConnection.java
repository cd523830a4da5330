package dev.fanout.auditor.peers.network;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * The way to whoever is at an address, by one thread: it greets until somebody answers by name, and then sends what
 * waits. A peer that is frozen holds up this thread, and nobody else.
 */
final class PeerConnection {
    private static final Logger log = LoggerFactory.getLogger(PeerConnection.class);
    private static final Duration BETWEEN_GREETINGS = Duration.ofSeconds(1);
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(200);
    private static final int TRIES = 5;
    private static final String HERE = "";

    private final Address address;
    private final List<String> others;
    private final FrameSigner frameSigner;
    private final FrameClient http;
    private final Runnable changed;
    private final Thread thread;
    private volatile @Nullable String peer;
    private volatile Mailbox waiting = new Mailbox(List.of(HERE));

    /** @param changed is told when somebody else answers than before, or nobody any more */
    PeerConnection(Address address, List<String> others, FrameSigner frameSigner, FrameClient http, Runnable changed) {
        this.address = address;
        this.others = others;
        this.frameSigner = frameSigner;
        this.http = http;
        this.changed = changed;
        this.thread = Thread.ofVirtual().name("to " + address).start(this::run);
    }

    Address address() {
        return address;
    }

    /** Who has answered lately. */
    Optional<String> peer() {
        return Optional.ofNullable(peer);
    }

    /** What does not fit is lost. */
    void send(byte[] message) {
        waiting.offer(HERE, message);
    }

    private void run() {
        try {
            while (true) {
                greet();
                sendUntil(System.nanoTime() + BETWEEN_GREETINGS.toNanos());
            }
        } catch (InterruptedException _) {
            answered(null);
        }
    }

    private void greet() throws InterruptedException {
        var known = peer;
        try {
            if (known != null && isThere(known)) return;
            for (var name : others) {
                if (!isThere(name)) continue;
                answered(name);
                return;
            }
            answered(null);
        } catch (IOException e) {
            log.debug("nobody at {}: {}", address, e.toString());
            answered(null);
        }
    }

    private boolean isThere(String name) throws IOException, InterruptedException {
        var hello = frameSigner.hello(name);
        var answer = post(() -> frameSigner.sealed(hello));
        return frameSigner.isWelcomed(hello, answer.body());
    }

    private void sendUntil(long time) throws InterruptedException {
        for (var left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            var message = waiting.poll(left);
            if (message == null) return;
            var to = peer;
            if (to != null && !areSent(to, MessageBatch.from(message, waiting))) return;
        }
    }

    /** False if nobody answers: whether anybody is there, the next greeting tells. */
    private boolean areSent(String to, List<byte[]> messages) throws InterruptedException {
        try {
            var answer = post(() -> frameSigner.messages(to, messages));
            if (answer.statusCode() != HttpStatus.ACCEPTED.value())
                log.debug("{} messages to {} are lost: {}", messages.size(), to, answer.statusCode());
            return true;
        } catch (IOException e) {
            log.debug("{} messages to {} are lost: {}", messages.size(), to, e.toString());
            return false;
        }
    }

    /** Again, where there is no room now; each time as a frame of its own. */
    private HttpResponse<byte[]> post(Supplier<byte[]> frame) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            var answer = http.post(address, frame.get());
            if (tries == TRIES || answer.statusCode() != HttpStatus.SERVICE_UNAVAILABLE.value()) return answer;
            Thread.sleep(BEFORE_THE_NEXT_TRY);
        }
    }

    private void answered(@Nullable String name) {
        var before = peer;
        peer = name;
        if (name == null) waiting = new Mailbox(List.of(HERE));
        if (name == null ? before != null : !name.equals(before)) changed.run();
    }

    boolean isOpen() {
        return thread.isAlive();
    }

    void close() {
        thread.interrupt();
    }
}
