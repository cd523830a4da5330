package dev.fanout.web.request;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The filters that bound what a request can cost, in their order. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
class RequestAutoConfiguration {
    /** After the filters that observe and set the encoding, before all that read. */
    private static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 100;

    private static final String MANAGEMENT = "${management.endpoints.web.base-path:/actuator}";

    @Bean
    Problems problems(@Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver) {
        return new Problems(resolver::getObject);
    }

    /** First: whatever is refused later, nothing of it is left to be read. */
    @Bean
    FilterRegistrationBean<CompleteBodyFilter> completeBodyFilter(WebProperties settings, Problems problems) {
        var pace = new BodyPace(settings.bodyTime(), settings.minBodyRate());
        var budget = new BodyBudget(settings.maxBodies());
        return ordered(new CompleteBodyFilter(settings.maxBody(), pace, budget, problems), EARLY);
    }

    @Bean
    FilterRegistrationBean<AllowedHostFilter> allowedHostFilter(WebProperties settings, Problems problems) {
        return ordered(new AllowedHostFilter(settings.allowedHosts(), problems), EARLY + 1);
    }

    @Bean
    FilterRegistrationBean<RequestLineFilter> requestLineFilter(Problems problems) {
        return ordered(new RequestLineFilter(problems), EARLY + 2);
    }

    @Bean
    @ConditionalOnProperty("fanout.web.management-port")
    FilterRegistrationBean<ManagementPortFilter> managementPortFilter(
            @Value("${fanout.web.management-port}") int port, @Value(MANAGEMENT) String management, Problems problems) {
        return ordered(new ManagementPortFilter(port, management, problems), EARLY + 3);
    }

    @Bean
    FilterRegistrationBean<ConcurrencyLimitFilter> concurrencyLimitFilter(
            WebProperties settings, @Value(MANAGEMENT) String management, Problems problems) {
        return ordered(new ConcurrencyLimitFilter(settings.maxRequests(), management, problems), EARLY + 4);
    }

    private static <F extends Filter> FilterRegistrationBean<F> ordered(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
