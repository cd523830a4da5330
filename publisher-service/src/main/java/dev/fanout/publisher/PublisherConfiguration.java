package dev.fanout.publisher;

import dev.fanout.events.EventCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class PublisherConfiguration {
    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    WebMvcConfigurer watchTheStore(AwsFailures failures) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(failures).addPathPatterns("/orders/**");
            }
        };
    }
}
