package dev.fanout.web.request;

import dev.fanout.web.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** At the operators' port, only operators are answered. */
final class ManagementPortFilter extends OncePerRequestFilter {
    private final int port;
    private final String management;
    private final Problems problems;

    ManagementPortFilter(int port, String management, Problems problems) {
        this.port = port;
        this.management = management;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getLocalPort() != port || ManagementPaths.has(management, request))
            chain.doFilter(request, response);
        else problems.answer(request, response, ProblemException.of(
                HttpStatus.NOT_FOUND, "This port has only what is below " + management));
    }
}
