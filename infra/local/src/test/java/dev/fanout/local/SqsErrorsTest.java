package dev.fanout.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("deep")
class SqsErrorsTest {
    private static final String MISSING = "http://localhost/000000000000/missing";

    @Test
    void an_unknown_action_is_refused_in_both_protocols() {
        var json = Aws.json("AmazonSQS.MakeCoffee", "{}");
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).contains("\"__type\":\"com.amazon.coral.service#UnknownOperationException\"");
        var xml = SqsHttp.form("MakeCoffee");
        assertThat(xml.statusCode()).isEqualTo(400);
        assertThat(xml.body()).contains("<Code>InvalidAction</Code>", "<Type>Sender</Type>", "<RequestId>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "", "{\"QueueUrl\":\"x\",\"MaxNumberOfMessages\":\"many\"}"})
    void what_cannot_be_read_is_a_serialization_exception(String body) {
        var answer = Aws.json("AmazonSQS.ReceiveMessage", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("#SerializationException");
    }

    @Test
    void a_missing_parameter_is_named() {
        var answer = Aws.json("AmazonSQS.SendMessage", "{\"QueueUrl\":\"" + MISSING + "\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("MissingParameter", "MessageBody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetQueueAttributes", "ReceiveMessage", "DeleteQueue", "PurgeQueue", "ListQueueTags"})
    void a_missing_queue_is_named_in_both_protocols(String action) {
        var json = Aws.json("AmazonSQS." + action, "{\"QueueUrl\":\"" + MISSING + "\"}");
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body())
                .isEqualTo("{\"__type\":\"com.amazonaws.sqs#QueueDoesNotExist\","
                        + "\"message\":\"The specified queue does not exist.\"}");
        assertThat(json.headers().firstValue("x-amzn-query-error"))
                .hasValue("AWS.SimpleQueueService.NonExistentQueue;Sender");
        var xml = SqsHttp.form(action, "QueueUrl", MISSING);
        assertThat(xml.statusCode()).isEqualTo(400);
        assertThat(xml.body()).contains("<Code>AWS.SimpleQueueService.NonExistentQueue</Code>");
    }

    @Test
    void every_answer_has_a_request_id_of_its_own() {
        var one = Aws.json("AmazonSQS.ListQueues", "{}");
        var other = Aws.json("AmazonSQS.MakeCoffee", "{}");
        assertThat(requestId(one)).hasSize(36).isNotEqualTo(requestId(other));
        var xml = SqsHttp.form("ListQueues");
        assertThat(xml.body()).contains("<RequestId>" + requestId(xml) + "</RequestId>");
    }

    private static String requestId(HttpResponse<String> answer) {
        return answer.headers().firstValue("x-amzn-RequestId").orElse("");
    }
}
