package dev.fanout.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Bounds what a request can cost. A declared length is refused at once, another when it is exceeded. */
final class BodyLimitFilter extends OncePerRequestFilter {
    private final DataSize limit;
    private final Supplier<HandlerExceptionResolver> problems;

    BodyLimitFilter(DataSize limit, Supplier<HandlerExceptionResolver> problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > limit.toBytes())
            problems.get().resolveException(request, response, null, new BodyTooLong(limit));
        else chain.doFilter(new BoundedRequest(request, limit), response);
    }
}
