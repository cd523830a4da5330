package dev.fanout.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that a service refuses, answered as a problem detail (RFC 9457). It is not logged. */
public final class ProblemException extends ErrorResponseException {
    public static final String ERRORS = "errors";

    private ProblemException(HttpStatus status, String detail, List<FieldError> errors) {
        super(status, problem(status, detail, errors), null);
    }

    public static ProblemException of(HttpStatus status, String detail) {
        return new ProblemException(status, detail, List.of());
    }

    /** The detail says what is wrong with the one field. */
    public static ProblemException of(HttpStatus status, String field, String message) {
        return new ProblemException(status, field + " " + message, List.of(new FieldError(field, message)));
    }

    /** With every field that is wrong. */
    public static ProblemException of(HttpStatus status, List<FieldError> errors) {
        return new ProblemException(status, Summary.of(errors), Summary.listed(errors));
    }

    /** 400, with every field that is wrong. */
    public static ProblemException invalid(List<FieldError> errors) {
        return of(HttpStatus.BAD_REQUEST, errors);
    }

    /** 400 for one field. */
    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** Tells the client more than a sentence can. */
    public ProblemException with(String property, Object value) {
        getBody().setProperty(property, value);
        return this;
    }

    public ProblemException withHeader(String name, String value) {
        getHeaders().set(name, value);
        return this;
    }

    private static ProblemDetail problem(HttpStatus status, String detail, List<FieldError> errors) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty(ERRORS, errors);
        return problem;
    }
}
