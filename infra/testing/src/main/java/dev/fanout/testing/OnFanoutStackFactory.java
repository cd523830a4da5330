package dev.fanout.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Tells Spring's test framework what {@link OnFanoutStack} means. */
final class OnFanoutStackFactory implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        var asked = TestContextAnnotationUtils.hasAnnotation(testClass, OnFanoutStack.class);
        return asked ? new OnStack() : null;
    }
}
