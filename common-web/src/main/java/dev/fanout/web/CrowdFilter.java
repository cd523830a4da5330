package dev.fanout.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Bounds how many requests are in hand: threads are virtual and cost next to nothing, so behind a slow store they
 * would gather until the memory is full. The rest is refused at once. Operators are always let in.
 */
final class CrowdFilter extends OncePerRequestFilter {
    private static final String RETRY_AFTER_SECONDS = "2";

    private final Semaphore places;
    private final String management;
    private final Supplier<HandlerExceptionResolver> problems;

    CrowdFilter(int limit, String management, Supplier<HandlerExceptionResolver> problems) {
        this.places = new Semaphore(limit);
        this.management = management;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(management);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!places.tryAcquire()) {
            problems.get().resolveException(request, response, null, full());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private static ProblemException full() {
        return ProblemException.of(
                        HttpStatus.SERVICE_UNAVAILABLE, "Too many requests are in hand; nothing was done for this one")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
}
