package dev.fanout.publisher;

import dev.fanout.publisher.aws.Outage;
import dev.fanout.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** While DynamoDB does not answer, clients get a 503, and the log one line. */
@RestControllerAdvice
class AwsFailures implements HandlerInterceptor {
    private static final String RETRY_AFTER_SECONDS = "2";

    private final Outage outage;

    AwsFailures(Clock clock) {
        this.outage = new Outage("Answering requests", clock);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(SdkException e) {
        if (isOurFault(e)) throw e;
        outage.failed(e.toString());
        var problem = ProblemException.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The store does not answer. The request may have been done all the same: "
                                + "with an Idempotency-Key it is safe to send it again")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .body(problem.getBody());
    }

    /** A request that was refused says nothing about the store. */
    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        if (HttpStatusCode.valueOf(response.getStatus()).is2xxSuccessful()) outage.worked();
    }

    private static boolean isOurFault(SdkException e) {
        return e instanceof AwsServiceException refused
                && !(refused instanceof TransactionCanceledException)
                && !refused.isThrottlingException()
                && refused.statusCode() < HttpStatus.INTERNAL_SERVER_ERROR.value();
    }
}
