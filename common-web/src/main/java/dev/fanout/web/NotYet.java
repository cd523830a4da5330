package dev.fanout.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What takes longer than a request may wait is under way. */
public final class NotYet {
    private static final String RETRY_AFTER_SECONDS = "5";

    private NotYet() {}

    public static ProblemException counted() {
        return ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, "It is being counted; ask again in a few seconds")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
}
