package dev.fanout.web;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** The client sent more than is taken. */
final class BodyTooLong extends IOException {
    private final DataSize limit;

    BodyTooLong(DataSize limit) {
        super("body longer than " + limit);
        this.limit = limit;
    }

    ProblemException problem() {
        var message = "must not be longer than " + limit.toBytes() + " bytes";
        return ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, FieldError.BODY, message);
    }
}
