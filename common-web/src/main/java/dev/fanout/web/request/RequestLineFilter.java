package dev.fanout.web.request;

import dev.fanout.web.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses paths and queries that can be read in two ways, before anybody reads them in one. */
final class RequestLineFilter extends OncePerRequestFilter {
    private final Problems problems;

    RequestLineFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            RequestLine.mustBeClear(request.getRequestURI(), request.getQueryString());
        } catch (ProblemException unclear) {
            problems.answer(request, response, unclear);
            return;
        }
        chain.doFilter(request, response);
    }
}
