package dev.fanout.chaos;

import dev.fanout.events.EventCodec;
import dev.fanout.messaging.pipeline.Interceptor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Faults on purpose, where they are asked for. Elsewhere there is nothing of it: no bean, no endpoint. */
@AutoConfiguration
@ConditionalOnProperty(name = "fanout.chaos.enabled", havingValue = "true")
@EnableConfigurationProperties(ChaosSettings.class)
class ChaosAutoConfiguration {
    /** What a shell makes of kill -9, so that nobody takes it for an orderly end. */
    private static final int KILLED = 137;

    @Bean
    @ConditionalOnMissingBean
    Chaos chaos(ChaosSettings settings, MeterRegistry meters) {
        var chaos = new Chaos(meters, () -> Runtime.getRuntime().halt(KILLED));
        settings.faults().forEach(chaos::set);
        return chaos;
    }

    @Bean
    ChaosEndpoint chaosEndpoint(Chaos chaos) {
        return new ChaosEndpoint(chaos);
    }

    @Bean
    EndOfWork endOfWork(ChaosSettings settings, Clock clock, ConfigurableApplicationContext context) {
        return new EndOfWork(settings, clock, context::close);
    }

    @Bean
    Interceptor chaosInterceptor(Chaos chaos, EventCodec codec, ChaosSettings settings, EndOfWork end) {
        return new ChaosInterceptor(chaos, codec, settings.slowFor(), end);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Guarded {
        @Bean
        FilterRegistrationBean<LoopbackOnly> chaosFromItsOwnMachineOnly() {
            var registration = new FilterRegistrationBean<>(new LoopbackOnly());
            registration.addUrlPatterns("/actuator/chaos", "/actuator/chaos/*");
            return registration;
        }
    }
}
