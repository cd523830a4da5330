package dev.fanout.cli.soak;

import dev.fanout.cli.rest.RestFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks until it is answered: what a client with an idempotency key may do, and must. */
record RetryingClient(ExpectedState expected, Instant deadline) {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /**
     * Empty when nobody answered until the deadline.
     *
     * @throws RestFailed if the service refuses for good, which it must not
     */
    <T> Optional<T> ask(Supplier<T> request) throws InterruptedException {
        expected.attempt();
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                return Optional.of(request.get());
            } catch (RestFailed failure) {
                if (!failure.mayPass()) throw failure;
                if (Instant.now().isAfter(deadline)) {
                    expected.giveUp();
                    return Optional.empty();
                }
                expected.repeat();
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }
}
