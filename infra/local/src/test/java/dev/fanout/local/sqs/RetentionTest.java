package dev.fanout.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.local.sqs.api.Sqs;
import dev.fanout.local.sqs.api.SqsCall;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues that keep their messages for an hour, and a clock that need not wait for it. */
@Tag("deep")
class RetentionTest {
    private static final URI ENDPOINT = URI.create("http://localhost/");

    private volatile Duration later = Duration.ZERO;
    private final ElasticMq engine = ElasticMq.start(null, () -> Instant.now().plus(later));
    private final Sqs sqs = engine.api();

    @BeforeAll
    static void quiet() {
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    @AfterEach
    void end() throws Exception {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "ordered.fifo"})
    void a_message_is_there_until_it_is_too_old_and_then_neither_received_nor_counted(String queue) {
        create(queue, "MessageRetentionPeriod", "3600");
        send(queue, "a");
        later = Duration.ofMinutes(55);
        assertThat(count(queue, "ApproximateNumberOfMessages")).isEqualTo(1);
        assertThat(bodies(queue)).containsExactly("a");
        // What is in somebody's hands grows old, too.
        assertThat(count(queue, "ApproximateNumberOfMessagesNotVisible")).isEqualTo(1);
        later = Duration.ofMinutes(61);
        assertThat(count(queue, "ApproximateNumberOfMessagesNotVisible")).isZero();
        assertThat(bodies(queue)).isEmpty();
    }

    @Test
    void by_default_a_message_is_kept_for_four_days() {
        create("q");
        send("q", "a");
        later = Duration.ofDays(4).minusMinutes(1);
        assertThat(count("q", "ApproximateNumberOfMessages")).isEqualTo(1);
        later = Duration.ofDays(4).plusMinutes(1);
        assertThat(bodies("q")).isEmpty();
    }

    @Test
    void a_shorter_time_counts_for_what_is_there_already() {
        create("q");
        send("q", "a");
        later = Duration.ofHours(1);
        assertThat(count("q", "ApproximateNumberOfMessages")).isEqualTo(1);
        call("SetQueueAttributes", "q", parameters -> attributes(parameters, "MessageRetentionPeriod", "60"));
        assertThat(bodies("q")).isEmpty();
    }

    @Test
    void the_age_of_a_dead_letter_counts_from_its_first_sending() {
        dieAfter(Duration.ofMinutes(55), "");
        later = Duration.ofMinutes(61);
        assertThat(bodies("dead")).isEmpty();
    }

    @Test
    void the_age_of_a_dead_letter_of_a_fifo_queue_counts_from_its_move() {
        dieAfter(Duration.ofMinutes(55), ".fifo");
        later = Duration.ofMinutes(61);
        assertThat(bodies("dead.fifo")).containsExactly("a");
        later = Duration.ofMinutes(116);
        assertThat(count("dead.fifo", "ApproximateNumberOfMessagesNotVisible")).isZero();
    }

    private void dieAfter(Duration delay, String end) {
        create("dead" + end, "MessageRetentionPeriod", "3600");
        create("q" + end, "VisibilityTimeout", "0", "RedrivePolicy",
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:dead%s\",\"maxReceiveCount\":1}"
                        .formatted(end));
        send("q" + end, "a");
        assertThat(bodies("q" + end)).containsExactly("a");
        later = delay;
        assertThat(bodies("q" + end)).isEmpty();
        assertThat(count("dead" + end, "ApproximateNumberOfMessages")).isEqualTo(1);
    }

    private void create(String queue, String... attributes) {
        call("CreateQueue", queue, parameters -> {
            if (queue.endsWith(".fifo")) attributes(parameters, "FifoQueue", "true");
            attributes(parameters, attributes);
        });
    }

    private static void attributes(ObjectNode parameters, String... attributes) {
        for (int i = 0; i < attributes.length; i += 2)
            parameters.withObjectProperty("Attributes").put(attributes[i], attributes[i + 1]);
    }

    private void send(String queue, String body) {
        call("SendMessage", queue, parameters -> {
            parameters.put("MessageBody", body);
            if (queue.endsWith(".fifo")) parameters.put("MessageGroupId", "g").put("MessageDeduplicationId", body);
        });
    }

    private List<String> bodies(String queue) {
        return call("ReceiveMessage", queue, parameters -> parameters.put("MaxNumberOfMessages", 10))
                .path("Messages")
                .valueStream()
                .map(message -> message.path("Body").asText())
                .toList();
    }

    private int count(String queue, String attribute) {
        return call("GetQueueAttributes", queue, parameters -> parameters.putArray("AttributeNames").add(attribute))
                .path("Attributes")
                .path(attribute)
                .asInt(-1);
    }

    private JsonNode call(String action, String queue, Consumer<ObjectNode> more) {
        var parameters = JsonNodeFactory.instance.objectNode()
                .put("QueueName", queue)
                .put("QueueUrl", ENDPOINT + "000000000000/" + queue);
        more.accept(parameters);
        return sqs.call(new SqsCall(action, parameters, ENDPOINT));
    }
}
