package dev.fanout.web.body;

import java.util.Comparator;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** One JSON parser, and one place that decides what is refused. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class BodyAutoConfiguration {
    /** Whatever else is on the class path: a second parser would be a second set of rules. */
    private static final List<Class<?>> CONVERTERS = List.of(
            Utf8JsonConverter.class, ByteArrayHttpMessageConverter.class, StringHttpMessageConverter.class,
            ResourceHttpMessageConverter.class);

    @Bean
    StrictBodies strictBodies() {
        return new StrictBodies();
    }

    @Bean
    Utf8JsonConverter utf8JsonConverter(JsonMapper json) {
        return new Utf8JsonConverter(json);
    }

    @Bean
    WebMvcRegistrations jsonByDefault() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new JsonByDefault();
            }
        };
    }

    @Bean
    WebMvcConfigurer oneMediaType() {
        return new WebMvcConfigurer() {
            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
                negotiation.strategies(List.of(new AcceptHeader()));
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.configureMessageConvertersList(all -> {
                    all.removeIf(it -> !isKept(it));
                    // Bytes are what they are; JSON would make a text of them.
                    all.sort(Comparator.comparing(it -> !(it instanceof ByteArrayHttpMessageConverter)));
                });
            }
        };
    }

    private static boolean isKept(HttpMessageConverter<?> converter) {
        return CONVERTERS.contains(converter.getClass());
    }
}
