package dev.fanout.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.cli.aws.Deployed;
import dev.fanout.topology.Prefix;
import dev.fanout.topology.desired.Arns;
import dev.fanout.topology.desired.DesiredTopology;
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
                return arn(name);
            }
        };
        var fed = DesiredTopology.of(Deployed.SMALL, new Prefix("")).queues().stream()
                .filter(queue -> queue.feed().isPresent())
                .toList();
        assertThat(fed).isNotEmpty().allSatisfy(queue ->
                {
            var policy = QueuePolicy.read(queue.attributes(arns).getOrDefault("Policy", ""));
            assertThat(policy.lets(TOPIC, arn(queue.name()))).isTrue();
            assertThat(policy.strayResources(arn(queue.name()))).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "arn:aws:sqs:eu-west-1:1:*", "arn:aws:sqs:eu-west-1:1:other", "arn:aws:sqs:*:*:q"})
    void a_resource_that_is_not_just_the_queue_is_a_stray_one(String resource) {
        var alone = QueuePolicy.read(one("arn:aws:sqs:eu-west-1:1:q", resource));
        assertThat(alone.strayResources(QUEUE)).containsExactly(resource);
        assertThat(alone.lets(TOPIC, QUEUE)).isFalse();

        var beside = QueuePolicy.read(one(
                "\"arn:aws:sqs:eu-west-1:1:q\"", "[\"%s\",\"%s\"]".formatted(QUEUE, resource)));
        assertThat(beside.strayResources(QUEUE)).containsExactly(resource);
        assertThat(QueuePolicy.read(one("\"Resource\"", "\"NotResource\"")).strayResources(QUEUE))
                .containsExactly("not " + QUEUE);
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

    private static String arn(String queue) {
        return QUEUE.replace(":q", ":" + queue);
    }

    private static boolean lets(String policy) {
        return QueuePolicy.read(policy).lets(TOPIC, QUEUE);
    }
}
