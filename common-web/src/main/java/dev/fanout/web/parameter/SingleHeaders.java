package dev.fanout.web.parameter;

import dev.fanout.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** A header that a handler reads stands in a request once: of two, nobody can know which was meant. */
final class SingleHeaders implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method)
            for (var parameter : method.getMethodParameters()) mustBeSingle(parameter, request);
        return true;
    }

    private static void mustBeSingle(MethodParameter parameter, HttpServletRequest request) {
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header == null || header.name().isEmpty()) return;
        if (Collections.list(request.getHeaders(header.name())).size() > 1)
            throw ProblemException.invalid(header.name(), "stands in the request more than once");
    }
}
