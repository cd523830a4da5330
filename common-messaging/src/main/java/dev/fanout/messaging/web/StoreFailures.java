package dev.fanout.messaging.web;

import dev.fanout.messaging.pipeline.OutageLogger;
import dev.fanout.messaging.store.EffectsUnavailable;
import dev.fanout.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** While DynamoDB does not answer, clients get a 503, and the log one line. */
@RestControllerAdvice
@Order(0)
class StoreFailures implements HandlerInterceptor {
    private static final String RETRY_AFTER_SECONDS = "2";
    /** Requests that need no store work all the while. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final OutageLogger outage;
    private final Clock clock;
    private volatile Instant lastFailure = Instant.EPOCH;

    StoreFailures(Clock clock) {
        this.outage = new OutageLogger("Answering requests", clock);
        this.clock = clock;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(SdkException e) {
        if (isOurFault(e)) throw e;
        return unavailable(e.toString());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(EffectsUnavailable e) {
        return unavailable(String.valueOf(e.getMessage()));
    }

    private ResponseEntity<ProblemDetail> unavailable(String reason) {
        lastFailure = clock.instant();
        outage.failed(reason);
        var problem = ProblemException.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The store does not answer. The request may have been done all the same: "
                        + "with an Idempotency-Key it is safe to send it again");
        return ResponseEntity.status(problem.getStatusCode())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }

    /** A request that was refused says nothing about the store. */
    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        var isQuiet = clock.instant().isAfter(lastFailure.plus(QUIET));
        if (isQuiet && HttpStatusCode.valueOf(response.getStatus()).is2xxSuccessful()) outage.worked();
    }

    private static boolean isOurFault(SdkException e) {
        return e instanceof AwsServiceException refused
                // Somebody else wrote the same item, again and again.
                && !(refused instanceof TransactionCanceledException)
                && !(refused instanceof ConditionalCheckFailedException)
                && !refused.isThrottlingException()
                && refused.statusCode() < HttpStatus.INTERNAL_SERVER_ERROR.value();
    }
}
