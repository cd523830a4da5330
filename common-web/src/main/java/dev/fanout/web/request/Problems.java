package dev.fanout.web.request;

import dev.fanout.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets a filter refuse a request in the way that controllers do. */
final class Problems {
    private final Supplier<HandlerExceptionResolver> resolver;

    Problems(Supplier<HandlerExceptionResolver> resolver) {
        this.resolver = resolver;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, ProblemException problem) {
        resolver.get().resolveException(request, response, null, problem);
    }
}
