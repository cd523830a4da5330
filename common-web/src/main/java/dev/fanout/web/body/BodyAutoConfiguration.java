package dev.fanout.web.body;

import java.util.Comparator;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** One JSON parser, and one place that decides what is refused. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class BodyAutoConfiguration {
    /**
     * In this order, and no others, whatever is on the class path: a second parser would be a second set of rules.
     * Bytes come first, because JSON would make a text of them, and texts after JSON, where they are asked for as such.
     */
    private static final List<Class<?>> CONVERTERS = List.of(
            ByteArrayHttpMessageConverter.class, Utf8JsonConverter.class, StringHttpMessageConverter.class,
            ResourceHttpMessageConverter.class);

    @Bean
    StrictBodies strictBodies() {
        return new StrictBodies();
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

    /** Of the server alone: what a service asks elsewhere is not for our rules. */
    @Bean
    WebMvcConfigurer oneMediaType(JsonMapper json) {
        return new WebMvcConfigurer() {
            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
                negotiation.strategies(List.of(new AcceptHeader()));
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.withJsonConverter(new Utf8JsonConverter(json)).configureMessageConvertersList(all -> {
                    all.removeIf(it -> !CONVERTERS.contains(it.getClass()));
                    all.sort(Comparator.comparing(it -> CONVERTERS.indexOf(it.getClass())));
                });
            }
        };
    }
}
