package dev.fanout.messaging.sqs;

import dev.fanout.events.OrderEvent;
import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.Action;
import dev.fanout.messaging.Changes;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import dev.fanout.topology.Subscription;
import dev.fanout.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A subscriber that runs errands, on a standard and on a FIFO queue. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ErrandSuite {
    static final Duration VISIBILITY = Duration.ofSeconds(5);
    static final Subscription ORDERS = new Subscription("tester", Fanout.ORDER_EVENTS, false, Map.of(), 2);
    static final Subscription VIEWS = new Subscription("tester", Fanout.VIEW_EVENTS, true, Map.of(), VISIBILITY, 2);

    @Bean
    Topology topology() {
        var tester = Service.service("tester", 0).subscribesTo(ORDERS).subscribesTo(VIEWS);
        return new Topology(List.of(tester), List.of(Fanout.MESSAGE_COMPLETED, Fanout.MESSAGE_STATUS));
    }

    @Bean
    Errands errands() {
        return new Errands();
    }

    @Bean
    RunForOrders orders(Errands errands) {
        return new RunForOrders(errands);
    }

    @Bean
    RunForViews views(Errands errands) {
        return new RunForViews(errands);
    }

    record RunForOrders(Errands errands) implements Action<OrderEvent> {
        @Override
        public Changes perform(OrderEvent order) throws InterruptedException {
            return errands.run(order.orderId());
        }
    }

    record RunForViews(Errands errands) implements Action<ViewRecorded> {
        @Override
        public Changes perform(ViewRecorded view) throws InterruptedException {
            return errands.run(view.contentId());
        }
    }
}
