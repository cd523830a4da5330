package dev.fanout.web.request;

import dev.fanout.web.FieldError;
import dev.fanout.web.ProblemException;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** Reads one body, within its bounds. It holds memory of the budget until it is closed. */
final class BodyReader implements AutoCloseable {
    private final DataSize limit;
    private final BodyPace pace;
    private final BodyBudget budget;
    private final long started = System.nanoTime();
    private byte[] bytes = new byte[BodyBudget.FREE];
    private int length;
    private int taken;

    BodyReader(DataSize limit, BodyPace pace, BodyBudget budget) {
        this.limit = limit;
        this.pace = pace;
        this.budget = budget;
    }

    /**
     * @throws ProblemException 408, 413 or 503
     * @throws IOException where the client is gone
     */
    byte[] read(ServletInputStream in) throws IOException {
        while (true) {
            if (length == bytes.length) grow();
            int read = readOnce(in);
            if (read < 0) return Arrays.copyOf(bytes, length);
            length += read;
            if (length > limit.toBytes()) throw tooLong();
            if (pace.isTooSlow(length, Duration.ofNanos(System.nanoTime() - started))) throw tooSlow();
        }
    }

    private int readOnce(ServletInputStream in) throws IOException {
        try {
            return in.read(bytes, length, bytes.length - length);
        } catch (IOException e) {
            if (e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException) throw tooSlow();
            throw e;
        }
    }

    private void grow() {
        int more = (int) Math.min(bytes.length, limit.toBytes() + 1 - bytes.length);
        if (!budget.take(more)) throw full();
        taken += more;
        bytes = Arrays.copyOf(bytes, bytes.length + more);
    }

    @Override
    public void close() {
        budget.giveBack(taken);
    }

    ProblemException tooLong() {
        var message = "must not be longer than " + limit.toBytes() + " bytes";
        return ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, FieldError.BODY, message);
    }

    private static ProblemException tooSlow() {
        return ProblemException.of(HttpStatus.REQUEST_TIMEOUT, FieldError.BODY, "comes too slowly; nothing was done");
    }

    private static ProblemException full() {
        return ProblemException.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Too many long bodies are in hand; nothing was done for this one")
                .withHeader(HttpHeaders.RETRY_AFTER, ConcurrencyLimitFilter.RETRY_AFTER_SECONDS);
    }
}
