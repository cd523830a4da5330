package dev.fanout.local;

import static dev.fanout.local.Aws.DYNAMODB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbTest {
    private final String table = table();

    @Test
    void a_transaction_writes_all_its_items() {
        write(newItem("a"), newItem("b"));
        assertThat(items()).isEqualTo(2);
    }

    @Test
    void a_cancelled_transaction_writes_nothing_and_says_which_item_failed() {
        write(newItem("a"));
        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> write(newItem("b"), newItem("a")))
                .extracting(TransactionCanceledException::cancellationReasons)
                .satisfies(reasons -> assertThat(reasons)
                        .extracting(CancellationReason::code)
                        .containsExactly("None", "ConditionalCheckFailed"));
        assertThat(items()).isEqualTo(1);
    }

    @Test
    void an_unknown_action_and_a_missing_table_are_refused_as_by_aws() {
        var unknown = Aws.json("DynamoDB_20120810.MakeCoffee", "{}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("#UnknownOperationException");
        var missing = Aws.json("DynamoDB_20120810.DescribeTable", "{\"TableName\":\"missing\"}");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("#ResourceNotFoundException");
    }

    private static void write(TransactWriteItem... items) {
        DYNAMODB.transactWriteItems(t -> t.transactItems(items));
    }

    private int items() {
        return DYNAMODB.scan(s -> s.tableName(table).consistentRead(true)).count();
    }

    private TransactWriteItem newItem(String id) {
        Map<String, AttributeValue> item = Map.of("id", fromS(id));
        return TransactWriteItem.builder()
                .put(p -> p.tableName(table).item(item).conditionExpression("attribute_not_exists(id)"))
                .build();
    }

    private static String table() {
        var name = Aws.unique("items");
        DYNAMODB.createTable(t -> t.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH)));
        return name;
    }
}
