package dev.fanout.messaging.dynamodb;

import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.lease.LeaseStore;
import dev.fanout.messaging.retry.Attempts;
import dev.fanout.messaging.store.EffectStore;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Effects, attempts and state in DynamoDB. */
@AutoConfiguration(afterName = "dev.fanout.messaging.aws.AwsClientsAutoConfiguration")
class EffectsAutoConfiguration {
    @Bean
    DynamoDbParts dynamoDbParts(DynamoDbClient dynamoDb, Naming naming, Clock clock) {
        return new DynamoDbParts(dynamoDb, naming, clock);
    }

    @Bean
    StateStore stateStore(DynamoDbParts parts) {
        return parts.stateStore();
    }

    @Bean
    @ConditionalOnMissingBean
    EffectStore effects(DynamoDbParts parts) {
        return parts.effects(RandomGenerator.getDefault());
    }

    @Bean
    @ConditionalOnMissingBean
    Attempts attempts(DynamoDbParts parts) {
        return parts.attempts();
    }

    @Bean
    @ConditionalOnMissingBean
    LeaseStore actionLeases(DynamoDbParts parts) {
        return parts.leases();
    }
}
