package dev.fanout.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/** On the class path, it gives a service its manners. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
@Import({ProblemAdvice.class, ProblemErrorController.class})
class WebAutoConfiguration {
    /** After the filters that observe and set the encoding, before all that read. */
    private static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    JsonErrors jsonErrors(JsonMapper json) {
        return new JsonErrors(json);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            WebProperties settings,
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems) {
        var filter = new BodyLimitFilter(settings.maxBody(), problems::getObject);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(EARLY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<CrowdFilter> crowdFilter(
            WebProperties settings,
            @Value("${management.endpoints.web.base-path:/actuator}") String management,
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems) {
        var filter = new CrowdFilter(settings.maxRequests(), management, problems::getObject);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(EARLY);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsFromTomcat() {
        return tomcat -> tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }
}
