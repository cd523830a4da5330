package dev.fanout.web.body;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every handler takes and gives JSON, unless it says otherwise. What a client sends or wants is compared before the
 * handler runs, so that nothing is done for a request that is refused.
 */
final class JsonByDefault extends RequestMappingHandlerMapping {
    @Override
    protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> type) {
        var mapping = super.getMappingForMethod(method, type);
        // Errors are told in every case.
        if (mapping == null || ErrorController.class.isAssignableFrom(type)) return mapping;
        var json = mapping.mutate();
        if (mapping.getProducesCondition().isEmpty()) json.produces(MediaType.APPLICATION_JSON_VALUE);
        if (mapping.getConsumesCondition().isEmpty() && takesBody(method))
            json.consumes(MediaType.APPLICATION_JSON_VALUE);
        return json.build();
    }

    private static boolean takesBody(Method method) {
        return Arrays.stream(method.getParameters()).anyMatch(it -> it.isAnnotationPresent(RequestBody.class));
    }
}
