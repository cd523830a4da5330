package dev.fanout.auditor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(proxyBeanMethods = false)
class AuditorApplication {
    public static void main(String[] args) {
        SpringApplication.run(AuditorApplication.class, args);
    }
}
