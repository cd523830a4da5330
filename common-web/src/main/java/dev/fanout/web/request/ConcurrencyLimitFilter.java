package dev.fanout.web.request;

import dev.fanout.web.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Bounds how many requests are worked on: threads are virtual and cost next to nothing, so behind a slow store they
 * would gather until the memory is full. The rest is refused at once. Operators are always let in. Neither a body that
 * is still coming nor an answer that is being read holds a place.
 */
final class ConcurrencyLimitFilter extends OncePerRequestFilter {
    static final String RETRY_AFTER_SECONDS = "2";

    private final Semaphore places;
    private final String management;
    private final Problems problems;

    ConcurrencyLimitFilter(int limit, String management, Problems problems) {
        this.places = new Semaphore(limit);
        this.management = management;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ManagementPaths.has(management, request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!places.tryAcquire()) {
            problems.answer(request, response, full());
            return;
        }
        var answer = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, answer);
        } finally {
            places.release();
        }
        answer.copyBodyToResponse();
    }

    private static ProblemException full() {
        return ProblemException.of(
                        HttpStatus.SERVICE_UNAVAILABLE, "Too many requests are in hand; nothing was done for this one")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
}
