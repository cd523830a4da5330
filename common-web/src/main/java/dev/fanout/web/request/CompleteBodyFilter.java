package dev.fanout.web.request;

import dev.fanout.web.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body before anybody works on the request: who sends slowly holds a connection, and nothing else. A declared
 * length is refused at once, another when it is exceeded.
 */
final class CompleteBodyFilter extends OncePerRequestFilter {
    private final DataSize limit;
    private final BodyPace pace;
    private final BodyBudget budget;
    private final Problems problems;

    CompleteBodyFilter(DataSize limit, BodyPace pace, BodyBudget budget, Problems problems) {
        this.limit = limit;
        this.pace = pace;
        this.budget = budget;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!hasBody(request)) {
            chain.doFilter(request, response);
            return;
        }
        try (var reader = new BodyReader(limit, pace, budget)) {
            var body = body(request, response, reader);
            if (body.isPresent()) chain.doFilter(new BufferedRequest(request, body.get()), response);
        }
    }

    private Optional<byte[]> body(HttpServletRequest request, HttpServletResponse response, BodyReader reader)
            throws IOException {
        try {
            mustBePlain(request);
            if (request.getContentLengthLong() > limit.toBytes()) throw reader.tooLong();
            return Optional.of(reader.read(request.getInputStream()));
        } catch (ProblemException refused) {
            UnreadBody.leave(request, response);
            problems.answer(request, response, refused);
            response.flushBuffer();
            if (refused.getStatusCode() != HttpStatus.REQUEST_TIMEOUT) UnreadBody.drop(request, pace);
            return Optional.empty();
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** A coding that nobody undoes makes JSON of nothing (RFC 9110, section 15.5.16). */
    private static void mustBePlain(HttpServletRequest request) {
        var codings = Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING));
        if (!codings.stream().allMatch(it -> it.strip().toLowerCase(Locale.ROOT).equals("identity")))
            throw ProblemException.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, HttpHeaders.CONTENT_ENCODING,
                    "must not be set: bodies are plain");
        if (Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE)).size() > 1)
            throw ProblemException.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, HttpHeaders.CONTENT_TYPE,
                    "stands in the request more than once");
    }
}
