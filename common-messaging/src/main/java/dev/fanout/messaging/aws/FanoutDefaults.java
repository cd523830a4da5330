package dev.fanout.messaging.aws;

import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/** What all services have in common, as defaults that each may change. The port is the topology's. */
final class FanoutDefaults implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var sources = environment.getPropertySources();
        var name = environment.getProperty("spring.application.name", "");
        Fanout.TOPOLOGY.service(name).map(Service::port).ifPresent(port ->
                sources.addLast(new MapPropertySource("topology", Map.of("server.port", port))));
        try {
            new YamlPropertySourceLoader()
                    .load("fanout-defaults", new ClassPathResource("fanout-defaults.yaml"))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
