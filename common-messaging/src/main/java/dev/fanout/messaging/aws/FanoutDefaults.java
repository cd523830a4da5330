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
        Fanout.TOPOLOGY.service(name).ifPresent(service ->
                sources.addLast(new MapPropertySource("topology", ports(service, environment))));
        try {
            new YamlPropertySourceLoader()
                    .load("fanout-defaults", new ClassPathResource("fanout-defaults.yaml"))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever listens elsewhere chooses both ports: another instance may have the usual one. */
    private static Map<String, Object> ports(Service service, ConfigurableEnvironment environment) {
        var usual = String.valueOf(service.port());
        return environment.getProperty("server.port", usual).equals(usual)
                ? Map.of("server.port", usual, "fanout.web.management-port", service.managementPort())
                : Map.of();
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
