package dev.fanout.testing;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Puts a context on the stack. All are equal, which is what lets test classes share a cached context. */
record OnStack() implements ContextCustomizer {
    @Override
    public void customizeContext(
            ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        var stack = FanoutStack.get();
        var properties = new MapPropertySource("fanout-stack", stack.properties(stack.uniquePrefix()));
        context.getEnvironment().getPropertySources().addFirst(properties);
    }
}
