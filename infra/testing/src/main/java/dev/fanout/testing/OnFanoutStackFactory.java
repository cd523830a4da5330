package dev.fanout.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Tells Spring's test framework what {@link OnFanoutStack} means. */
final class OnFanoutStackFactory implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return AnnotatedElementUtils.hasAnnotation(testClass, OnFanoutStack.class) ? new OnStack() : null;
    }
}
