package dev.fanout.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.cli.aws.Deployed;
import dev.fanout.topology.Prefix;
import dev.fanout.topology.wanted.Arns;
import dev.fanout.topology.wanted.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueuePolicyTest {
    private static final String TOPIC = "arn:aws:sns:eu-west-1:1:t";
    private static final String QUEUE = "arn:aws:sqs:eu-west-1:1:q";
    private static final String STATEMENT =
            """
            {"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage",\
            "Resource":"arn:aws:sqs:eu-west-1:1:q","Condition":{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:eu-west-1:1:t"}}}""";

    @Test
    void what_the_topology_wants_lets_its_topic_send() {
        var arns = new Arns() {
            @Override
            public String ofTopic(String name) {
                return TOPIC;
            }

            @Override
            public String ofQueue(String name) {
                return QUEUE;
            }
        };
        var fed = Wanted.of(Deployed.SMALL, new Prefix("")).queues().stream()
                .filter(queue -> queue.feed().isPresent())
                .toList();
        assertThat(fed).isNotEmpty().allSatisfy(queue ->
                assertThat(lets(queue.attributes(arns).getOrDefault("Policy", ""))).isTrue());
    }

    @Test
    void other_spellings_and_other_statements_beside_it_do_no_harm() {
        assertThat(lets("{\"Statement\":" + STATEMENT + "}")).isTrue();
        assertThat(lets("{\"Statement\":[{\"Effect\":\"Deny\"}," + STATEMENT + "]}")).isTrue();
        assertThat(lets(one("\"sqs:SendMessage\"", "[\"SQS:SendMessage\",\"sqs:GetQueueUrl\"]"))).isTrue();
        assertThat(lets(one("{\"Service\":\"sns.amazonaws.com\"}", "\"*\""))).isTrue();
        assertThat(lets(one("ArnEquals", "ArnLike"))).isTrue();
        assertThat(lets(one("\"arn:aws:sns:eu-west-1:1:t\"", "[\"other\",\"arn:aws:sns:eu-west-1:1:t\"]"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Allow|Deny", "sns.amazon|s3.amazon", "SendMessage|ReceiveMessage", "1:q|1:other",
        "1:t|1:other", "ArnEquals|ArnNotEquals", "SourceArn|SourceAccount"})
    void anything_else_does_not_let_it_send(String change) {
        var parts = change.split("\\|");
        assertThat(lets(one(parts[0], parts[1]))).isFalse();
    }

    private static String one(String text, String instead) {
        assertThat(STATEMENT).contains(text);
        return "{\"Statement\":[" + STATEMENT.replace(text, instead) + "]}";
    }

    private static boolean lets(String policy) {
        return QueuePolicy.read(policy).lets(TOPIC, QUEUE);
    }
}
