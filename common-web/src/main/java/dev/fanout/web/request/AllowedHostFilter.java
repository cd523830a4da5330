package dev.fanout.web.request;

import dev.fanout.web.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only requests that are meant for this service. A page from elsewhere, whose name was made to point here (DNS
 * rebinding), would else be same-origin with everything on this machine.
 */
final class AllowedHostFilter extends OncePerRequestFilter {
    private static final String ALL = "*";

    private final Set<String> allowed;
    private final Problems problems;

    AllowedHostFilter(Set<String> allowed, Problems problems) {
        this.allowed = allowed;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isAllowed(request.getHeader(HttpHeaders.HOST))) chain.doFilter(request, response);
        else problems.answer(request, response, ProblemException.of(
                HttpStatus.MISDIRECTED_REQUEST, HttpHeaders.HOST,
                "is not a name of this service; fanout.web.allowed-hosts has them"));
    }

    private boolean isAllowed(@Nullable String header) {
        // Without one it is HTTP/1.0, which no browser speaks: a probe, say.
        if (header == null || allowed.contains(ALL)) return true;
        var host = header.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "").replaceFirst("\\.$", "");
        return allowed.contains(host) || allowed.stream().anyMatch(it -> it.startsWith(".") && host.endsWith(it));
    }
}
