package dev.fanout.scenarios.worker;

import dev.fanout.messaging.Handler;
import dev.fanout.topology.Topology;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {
    @Bean
    Topology topology(WorkerSettings settings) {
        return settings.topology();
    }

    @Bean
    Handler<?> handler(WorkerSettings settings, WorkerFiles files) {
        return switch (settings.source()) {
            case ORDERS -> new CountOrders();
            case VIEWS -> new CountViews();
            case WORK, WORK_IN_ORDER -> switch (settings.kind()) {
                case PROJECTION -> new CountWork();
                case ACTION -> new AppendWork(Objects.requireNonNullElse(files.effects(), Path.of("effects")));
            };
        };
    }

    @Bean
    MetricsDump figuresAtTheEnd(PrometheusMeterRegistry meters, WorkerFiles files) {
        return new MetricsDump(meters, files.figures());
    }
}
