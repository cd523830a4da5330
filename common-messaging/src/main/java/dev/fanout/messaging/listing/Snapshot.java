package dev.fanout.messaging.listing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a long read found, for all who ask. It is read again when somebody asks and the last reading is old enough: a
 * second, or four times as long as it took. So whoever asks how often, the table is read a fifth of the time at most.
 */
public final class Snapshot<T> {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PAUSES = 4;
    private static final Duration FIRST_READ_WAIT = Duration.ofSeconds(5);
    /** Where there is an older one to be answered. */
    private static final Duration REFRESH_WAIT = Duration.ofSeconds(1);

    private final Supplier<T> read;
    private final Reader reader;
    private final Clock clock;
    private CompletableFuture<Taken<T>> reading = CompletableFuture.failedFuture(new IllegalStateException("not read"));
    private @Nullable Taken<T> last;
    private Instant ended = Instant.MIN;
    private Instant due = Instant.MIN;

    /** @param read takes a bounded memory, however much there is */
    public Snapshot(Supplier<T> read, Reader reader, Clock clock) {
        this.read = read;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Waits for a reading that is under way, but not for long: rather the one before it is answered, or nothing, if
     * there is none yet.
     *
     * @throws RuntimeException that the reading threw
     */
    public Optional<Taken<T>> get() {
        try {
            var reading = current();
            var wait = last().isPresent() ? REFRESH_WAIT : FIRST_READ_WAIT;
            return Optional.of(reading.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | RejectedExecutionException _) {
            return last();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return last();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private synchronized Optional<Taken<T>> last() {
        return Optional.ofNullable(last);
    }

    private synchronized CompletableFuture<Taken<T>> current() {
        var now = clock.instant();
        // A clock that was set back must not keep an old reading for long.
        var rests = now.isBefore(due) && !now.isBefore(ended);
        if (!reading.isDone() || rests) return reading;
        var next = new CompletableFuture<Taken<T>>();
        reader.read(() -> read(next));
        reading = next;
        return next;
    }

    private void read(CompletableFuture<Taken<T>> next) {
        var begin = clock.instant();
        try {
            var taken = new Taken<>(read.get(), begin);
            ended(begin, taken);
            next.complete(taken);
        } catch (RuntimeException e) {
            ended(begin, null);
            next.completeExceptionally(e);
        }
    }

    private synchronized void ended(Instant begin, @Nullable Taken<T> taken) {
        if (taken != null) last = taken;
        ended = clock.instant();
        var rest = Duration.between(begin, ended).multipliedBy(PAUSES);
        due = ended.plus(rest.compareTo(PAUSE) > 0 ? rest : PAUSE);
    }
}
