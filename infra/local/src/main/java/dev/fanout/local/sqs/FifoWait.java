package dev.fanout.local.sqs;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The long poll of a FIFO queue, done here by short ones. ElasticMQ's own spins as long as the queue holds messages of
 * a group that is in somebody's hands, which is what a FIFO queue at work is like, and so starves everything else.
 *
 * @param request the receive, told not to wait
 * @param patience how long it was to wait
 */
record FifoWait(String request, Duration patience) {
    private static final String RECEIVE = "AmazonSQS.ReceiveMessage";
    private static final Pattern FIFO = Pattern.compile("\"QueueUrl\"\\s*:\\s*\"[^\"]+\\.fifo\"");
    private static final Pattern WAIT = Pattern.compile("(\"WaitTimeSeconds\"\\s*:\\s*)(\\d+)");
    private static final long PAUSE_MILLIS = 40;

    /**
     * ElasticMQ keeps every attempt for five minutes and looks through all of them at each receive: after some minutes
     * of polling that is all it does. Under another name it is ignored; a receive that is repeated after a lost answer
     * then finds its messages when they are visible again.
     */
    private static final String ATTEMPT = "\"ReceiveRequestAttemptId\"";

    /** Empty for everything else, which is passed on as it is. */
    static Optional<FifoWait> of(String target, String body) {
        if (!RECEIVE.equals(target) || !FIFO.matcher(body).find()) return Optional.empty();
        var wait = WAIT.matcher(body);
        if (!wait.find()) return Optional.empty();
        var seconds = Integer.parseInt(wait.group(2));
        // AWS allows 20; what is out of range is ElasticMQ's to refuse.
        if (seconds < 1 || seconds > 20) return Optional.empty();
        var request = wait.replaceFirst("$10").replace(ATTEMPT, "\"NotKept\"");
        return Optional.of(new FifoWait(request, Duration.ofSeconds(seconds)));
    }

    /** Asks until an answer will do or the time is up; the last answer counts. */
    <T> CompletionStage<T> ask(Supplier<CompletionStage<T>> poll, Predicate<T> willDo) {
        return ask(poll, willDo, System.nanoTime() + patience.toNanos());
    }

    private static <T> CompletionStage<T> ask(
            Supplier<CompletionStage<T>> poll, Predicate<T> willDo, long deadline) {
        return poll.get().thenCompose(answer -> {
            if (willDo.test(answer) || System.nanoTime() >= deadline) return CompletableFuture.completedStage(answer);
            var soon = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return CompletableFuture.runAsync(() -> {}, soon).thenCompose(_ -> ask(poll, willDo, deadline));
        });
    }
}
