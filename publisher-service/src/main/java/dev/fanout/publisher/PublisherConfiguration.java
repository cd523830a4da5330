package dev.fanout.publisher;

import dev.fanout.events.EventCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PublisherConfiguration {
    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }
}
