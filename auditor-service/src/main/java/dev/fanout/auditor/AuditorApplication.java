package dev.fanout.auditor;

import dev.fanout.auditor.anomaly.AuditorSettings;
import dev.fanout.topology.Fanout;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditorSettings.class)
@EnableScheduling
class AuditorApplication {
    /** The suite's own catalogue; configuration may name another. */
    private static final Map<String, Object> CATALOGUE = Map.of(
            "fanout.auditor.catalogue.contents", String.join(",", Fanout.CATALOGUE.contents()),
            "fanout.auditor.catalogue.ads", String.join(",", Fanout.CATALOGUE.ads()));

    public static void main(String[] args) {
        var auditor = new SpringApplication(AuditorApplication.class);
        auditor.setDefaultProperties(CATALOGUE);
        auditor.run(args);
    }
}
