package dev.fanout.messaging.sqs;

import dev.fanout.events.EventCodec;
import dev.fanout.messaging.Backlog;
import dev.fanout.messaging.EventTimes;
import dev.fanout.messaging.Handler;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.lease.LeaseStore;
import dev.fanout.messaging.pipeline.Interceptor;
import dev.fanout.messaging.retry.Attempts;
import dev.fanout.messaging.store.EffectStore;
import dev.fanout.topology.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Polls the queues of a service into its handlers. */
@AutoConfiguration(
        afterName = {
            "dev.fanout.messaging.aws.TopologyAutoConfiguration",
            "dev.fanout.messaging.dynamodb.EffectsAutoConfiguration"
        })
@EnableConfigurationProperties({RetrySettings.class, ReceiveSettings.class})
class SubscribersAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    LastPollTracker polls(Clock clock) {
        return new LastPollTracker(clock);
    }

    @Bean
    ReceiverFactory receivers(
            ObjectProvider<Handler<?>> handlers, EventCodec codec, EffectStore effects, Attempts attempts,
                    LeaseStore leases,
            RetrySettings retries, ObjectProvider<Interceptor> interceptor, EventTimes times, Clock clock,
            MeterRegistry meters) {
        return new ReceiverFactory(
                new Handlers(handlers.stream().toList()), codec, effects, attempts, leases, retries,
                interceptor.getIfAvailable(() -> Interceptor.NONE), times, clock, meters);
    }

    @Bean
    SubscribedQueueFactory subscribedQueues(
            SqsAsyncClient sqs, Naming naming, ReceiverFactory receivers, ReceiveSettings receive,
                    LastPollTracker lastPolls, Clock clock) {
        return new SubscribedQueueFactory(sqs, naming, receivers, receive, lastPolls, clock);
    }

    @Bean
    PollWatch pollWatch(ReceiveSettings settings) {
        return new PollWatch(settings);
    }

    @Bean
    Subscribers subscribers(
            Service service, SubscribedQueueFactory queues, PollWatch watch, SqsAsyncClient sqs, Naming naming,
            MeterRegistry meters) {
        return new Subscribers(service, queues, watch, new QueueMetrics(sqs, naming, meters));
    }

    @Bean
    Backlog backlog(Subscribers subscribers, SqsAsyncClient sqs, Clock clock) {
        return new QueueBacklog(subscribers, sqs, clock);
    }

    @Bean
    QueuesHealth queuesHealthIndicator(Subscribers subscribers, PollWatch watch) {
        return new QueuesHealth(subscribers, watch);
    }
}
