package dev.fanout.publisher;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The publisher service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class PublisherApplication {
    static void main(String[] args) {
        SpringApplication.run(PublisherApplication.class, args);
    }
}
