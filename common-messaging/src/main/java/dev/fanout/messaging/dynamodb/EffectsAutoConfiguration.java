package dev.fanout.messaging.dynamodb;

import dev.fanout.messaging.StateStore;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.core.Attempts;
import dev.fanout.messaging.core.Effects;
import dev.fanout.topology.Retention;
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
    StateTables stateTables(DynamoDbClient dynamoDb, Naming naming) {
        return new StateTables(dynamoDb, naming, new Documents());
    }

    @Bean
    StateStore stateStore(DynamoDbClient dynamoDb, StateTables tables) {
        return new DynamoDbStateStore(dynamoDb, tables);
    }

    @Bean
    @ConditionalOnMissingBean
    Effects effects(DynamoDbClient dynamoDb, StateTables tables, Naming naming, Clock clock) {
        return inDynamoDb(dynamoDb, naming, tables, clock, RandomGenerator.getDefault());
    }

    @Bean
    @ConditionalOnMissingBean
    Attempts attempts(DynamoDbClient dynamoDb, Naming naming, Clock clock) {
        return new DynamoDbAttempts(dynamoDb, naming, clock, Retention.MARKER);
    }

    static Effects inDynamoDb(
            DynamoDbClient dynamoDb, Naming naming, StateTables tables, Clock clock, RandomGenerator random) {
        var lane = new Lane(random);
        var items = new TransactionItems(tables, naming, lane, clock, Retention.MARKER);
        return new DynamoDbEffects(dynamoDb, tables, items, lane);
    }
}
