package dev.fanout.web.problem;

import dev.fanout.web.FieldError;
import dev.fanout.web.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Every refusal and every failure as a problem detail (RFC 9457) whose {@code errors} name the fields. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final JsonErrors jsonErrors;

    ProblemAdvice(JsonErrors jsonErrors) {
        this.jsonErrors = jsonErrors;
    }

    /** The log has the cause; the client gets only the id to find it by. */
    @ExceptionHandler
    @Nullable ResponseEntity<Object> unexpected(Exception e, WebRequest request) {
        var id = UUID.randomUUID().toString();
        log.error("Request failed, error_id {}", id, e);
        var problem = ProblemException.of(
                        HttpStatus.INTERNAL_SERVER_ERROR, "Our fault; our log knows more under the error_id")
                .with("error_id", id);
        return answer(problem, problem, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(e, ProblemException.invalid(ValidationErrors.of(e.getBindingResult())), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        // It also tells of a return value that breaks its constraints: our fault, not the client's.
        if (e.isForReturnValue()) return unexpected(e, request);
        return answer(e, ProblemException.invalid(ValidationErrors.of(e)), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (causeOf(e, JacksonException.class) instanceof JacksonException json)
            return answer(e, ProblemException.invalid(List.of(jsonErrors.of(json))), request);
        var error = FieldError.ofBody(e.getCause() == null ? "is missing" : "cannot be read");
        return answer(e, ProblemException.invalid(List.of(error)), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var name = e instanceof MethodArgumentTypeMismatchException argument
                ? ValidationErrors.nameOf(argument.getParameter())
                : Objects.requireNonNullElse(e.getPropertyName(), "parameter");
        return answer(e, ProblemException.invalid(name, jsonErrors.expected(e.getRequiredType())), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(e, ProblemException.invalid(e.getParameterName(), "is missing"), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (e instanceof MissingRequestHeaderException header)
            return answer(e, ProblemException.invalid(header.getHeaderName(), "is missing"), request);
        return super.handleServletRequestBindingException(e, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var taken = e.getSupportedMediaTypes().isEmpty()
                ? MediaType.APPLICATION_JSON_VALUE
                : MediaType.toString(e.getSupportedMediaTypes());
        var problem = ProblemException.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE, HttpHeaders.CONTENT_TYPE, "must be " + taken);
        return handleExceptionInternal(e, problem.getBody(), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var given = e.getSupportedMediaTypes().isEmpty()
                ? MediaType.APPLICATION_JSON_VALUE
                : MediaType.toString(e.getSupportedMediaTypes());
        var problem = ProblemException.of(
                HttpStatus.NOT_ACCEPTABLE, HttpHeaders.ACCEPT, "must allow " + given + "; nothing was done");
        return handleExceptionInternal(e, problem.getBody(), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(e, ProblemException.of(HttpStatus.NOT_FOUND, "There is nothing at this path"), request);
    }

    /** Every answer passes here, so that each is a whole problem. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (!(body instanceof ProblemDetail problem)) return super.createResponseEntity(body, headers, status, request);
        if (!hasErrors(problem)) problem.setProperty(ProblemException.ERRORS, List.of());
        if (problem.getInstance() == null && request instanceof ServletWebRequest servlet)
            problem.setInstance(Instance.of(servlet.getRequest().getRequestURI()));
        // Whatever the client accepts: a refusal in the wrong type is better than none.
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static boolean hasErrors(ProblemDetail problem) {
        var properties = problem.getProperties();
        return properties != null && properties.containsKey(ProblemException.ERRORS);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception e, ProblemException problem, WebRequest request) {
        return handleExceptionInternal(
                e, problem.getBody(), problem.getHeaders(), problem.getStatusCode(), request);
    }

    private static @Nullable Throwable causeOf(Throwable e, Class<? extends Throwable> type) {
        var cause = e.getCause();
        return cause == null || type.isInstance(cause) ? cause : causeOf(cause, type);
    }
}
