package dev.fanout.web.request;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Boot's settings as our services want them; a service's own configuration overrides each. */
final class WebDefaults implements EnvironmentPostProcessor {
    private static final Map<String, Object> DEFAULTS = Map.of(
            // Only this machine's own programs, unless a deployment says otherwise.
            "server.address", "127.0.0.1",
            // Nobody uploads files, and multipart parsing would read past the limit of bodies.
            "spring.servlet.multipart.enabled", false,
            // Messages are part of the interface: the same for every client and machine.
            "spring.web.locale", "en",
            "spring.web.locale-resolver", "fixed",
            // It would be a second parser of bodies.
            "spring.mvc.formcontent.filter.enabled", false,
            // Of a connection on which nothing comes: before a request, in its headers, and between parts of its body.
            "server.tomcat.connection-timeout", "5s",
            // Each costs some 60 KB of buffers while it is answered; Tomcat's 8192 would fill a small heap.
            "server.tomcat.max-connections", 2000);

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("common-web", DEFAULTS));
    }
}
