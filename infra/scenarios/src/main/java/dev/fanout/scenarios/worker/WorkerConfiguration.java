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
    Topology topology(Post post) {
        return post.topology();
    }

    @Bean
    Handler<?> handler(Post post, Papers papers) {
        return switch (post.hears()) {
            case ORDERS -> new CountOrders();
            case VIEWS -> new CountViews();
            case WORK, WORK_IN_ORDER -> switch (post.kind()) {
                case PROJECTION -> new CountWork();
                case ACTION -> new AppendWork(Objects.requireNonNullElse(papers.effects(), Path.of("effects")));
            };
        };
    }

    @Bean
    FiguresAtTheEnd figuresAtTheEnd(PrometheusMeterRegistry meters, Papers papers) {
        return new FiguresAtTheEnd(meters, papers.figures());
    }
}
