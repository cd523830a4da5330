package dev.fanout.auditor.peers.network;

import dev.fanout.auditor.vote.message.Signer;
import dev.fanout.web.ProblemException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Takes what comes, from anybody. Nothing but the header is looked at before the signature under all of it is found
 * to be the sender's; and only so many signatures are checked at the same time.
 */
final class FrameReceiver {
    private static final int CHECKS = 4;
    private static final int CHECK_WAIT_SECONDS = 1;

    private final String self;
    private final Map<String, ReplayGuard> others;
    private final Signer signer;
    private final FrameSigner frameSigner;
    private final Introductions introductions;
    private final BiPredicate<String, byte[]> inbox;
    private final Semaphore checks = new Semaphore(CHECKS, true);

    /** @param inbox false where a sender's message does not fit */
    FrameReceiver(String self, List<String> others, Signer signer, FrameSigner frameSigner, Introductions introductions,
            BiPredicate<String, byte[]> inbox, Clock clock) {
        this.self = self;
        this.others = others.stream().collect(Collectors.toMap(Function.identity(), _ -> new ReplayGuard(clock)));
        this.signer = signer;
        this.frameSigner = frameSigner;
        this.introductions = introductions;
        this.inbox = inbox;
    }

    /**
     * What is to be answered; nothing, if it is taken for the vote.
     *
     * @throws ProblemException if it is not taken
     */
    Optional<byte[]> receive(byte[] bytes) {
        var frame = read(bytes);
        var replays = others.get(frame.from());
        if (replays == null) throw refusal(HttpStatus.FORBIDDEN, "No peer has the name of its sender");
        if (!frame.to().equals(self)) throw refusal(HttpStatus.MISDIRECTED_REQUEST, "It is for somebody else");
        if (!replays.isFresh(frame.stamp())) throw refusal(HttpStatus.CONFLICT, "It is too old, or from the future");
        mustBeAuthentic(frame, bytes);
        if (!replays.take(frame.stamp())) throw refusal(HttpStatus.CONFLICT, "It was taken before");
        return accept(frame);
    }

    private static Frame read(byte[] bytes) {
        try {
            return Frame.read(bytes);
        } catch (IllegalArgumentException e) {
            throw refusal(HttpStatus.BAD_REQUEST, "It is no frame of an auditor: " + e.getMessage());
        }
    }

    private void mustBeAuthentic(Frame frame, byte[] bytes) {
        if (!isFree()) throw later("Too many signatures are to be checked");
        try {
            if (!frame.isBySender(bytes, signer)) throw refusal(HttpStatus.FORBIDDEN, "It is not signed by its sender");
        } finally {
            checks.release();
        }
    }

    private boolean isFree() {
        try {
            return checks.tryAcquire(CHECK_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<byte[]> accept(Frame frame) {
        return switch (frame.kind()) {
            case HELLO -> {
                introductions.learn(ByteBuffer.wrap(frame.content()));
                yield Optional.of(frameSigner.welcome(frame));
            }
            case MESSAGES -> {
                giveOut(frame);
                yield Optional.empty();
            }
            case WELCOME -> throw refusal(HttpStatus.BAD_REQUEST, "Nobody has said hello");
        };
    }

    private void giveOut(Frame frame) {
        try {
            if (!MessageBatch.giveOut(frame.content(), message -> inbox.test(frame.from(), message)))
                throw later("Too much of its sender waits already");
        } catch (BufferUnderflowException e) {
            throw refusal(HttpStatus.BAD_REQUEST, "It ends within a message");
        }
    }

    static ProblemException later(String detail) {
        return refusal(HttpStatus.SERVICE_UNAVAILABLE, detail)
                .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(CHECK_WAIT_SECONDS));
    }

    private static ProblemException refusal(HttpStatus status, String detail) {
        return ProblemException.of(status, detail);
    }
}
