package dev.fanout.messaging.aws;

import dev.fanout.messaging.EventTimes;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import dev.fanout.topology.Topology;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The service's place in the topology; made at the start where allowed, else checked. */
@AutoConfiguration(
        after = AwsClientsAutoConfiguration.class,
        afterName = {
            "io.awspring.cloud.autoconfigure.sqs.SqsAutoConfiguration",
            "io.awspring.cloud.autoconfigure.sns.SnsAutoConfiguration"
        })
class TopologyAutoConfiguration {
    private static final String PROVISION = "fanout.provision";
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    @Bean
    @ConditionalOnMissingBean
    Topology topology() {
        return Fanout.TOPOLOGY;
    }

    @Bean
    @ConditionalOnMissingBean
    Service thisService(Topology topology, @Value("${spring.application.name:}") String name) {
        return topology.service(name).orElseThrow(() -> new IllegalStateException(
                "spring.application.name is '" + name + "', which the topology does not know: add it to "
                        + Fanout.class.getName()));
    }

    @Bean
    EventTimes eventTimes(@Value("${fanout.events.max-ahead:}") @Nullable Duration maxAhead) {
        return maxAhead == null ? EventTimes.USUAL : new EventTimes(maxAhead);
    }

    @Bean
    Topics topics(SnsClient sns, Naming naming) {
        return new Topics(sns, naming);
    }

    @Bean
    @ConditionalOnProperty(name = PROVISION, havingValue = "true")
    TopologyStart provisionedTopology(
            SqsAsyncClient sqs, SnsClient sns, DynamoDbClient dynamoDb, Naming naming, Topology topology,
            AwsSettings settings) {
        var queues = new QueueProvisioner(sqs, sns, naming);
        var tables = new TableProvisioner(dynamoDb, naming);
        return start(settings, () -> {
            tables.provision(topology);
            queues.provision(topology);
        });
    }

    @Bean
    @ConditionalOnProperty(name = PROVISION, havingValue = "false", matchIfMissing = true)
    TopologyStart checkedTopology(
            SqsAsyncClient sqs, DynamoDbClient dynamoDb, Topics topics, Naming naming, Service service, Topology all,
            AwsSettings settings) {
        return start(settings, new TopologyCheck(sqs, dynamoDb, topics, naming, service, all));
    }

    private static TopologyStart start(AwsSettings settings, Runnable step) {
        return new TopologyStart(step, settings.startPatience(), BETWEEN_TRIES);
    }
}
