package dev.fanout.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

@Needs
class LeftoversTest {
    private final FanoutStack stack = FanoutStack.get();

    @Test
    void what_tests_have_made_goes_and_what_others_have_made_stays() {
        var ours = stack.uniquePrefix();
        var others = stack.uniquePrefix();
        make(ours);
        make(others);
        new Leftovers(stack, Set.of(ours)).delete();
        assertThat(all()).noneMatch(name -> name.contains(ours)).contains(others + "table")
                .anyMatch(name -> name.endsWith(others + "queue")).anyMatch(name -> name.endsWith(others + "topic"));
    }

    private void make(String prefix) {
        stack.sqs().createQueue(queue -> queue.queueName(prefix + "queue"));
        stack.sns().createTopic(topic -> topic.name(prefix + "topic"));
        stack.dynamoDb().createTable(table -> table.tableName(prefix + "table")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key -> key.attributeName("id").keyType(KeyType.HASH))
                .attributeDefinitions(id -> id.attributeName("id").attributeType(ScalarAttributeType.S)));
        stack.dynamoDb().waiter().waitUntilTableExists(table -> table.tableName(prefix + "table"));
    }

    private Set<String> all() {
        var names = new HashSet<String>();
        stack.sns().listTopicsPaginator().topics().forEach(topic -> names.add(topic.topicArn()));
        stack.sqs().listQueuesPaginator(list -> list.maxResults(1000)).queueUrls().forEach(names::add);
        stack.dynamoDb().listTablesPaginator().tableNames().forEach(names::add);
        return names;
    }
}
