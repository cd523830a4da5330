package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** An attribute of a queue that can be set. Most of them the engine knows nothing of, and so are kept beside it. */
enum QueueAttribute {
    DELAY("DelaySeconds", Home.ENGINE, number(0, 900)),
    RECEIVE_WAIT("ReceiveMessageWaitTimeSeconds", Home.ENGINE, number(0, 20)),
    VISIBILITY("VisibilityTimeout", Home.ENGINE, number(0, 43_200)),
    REDRIVE("RedrivePolicy", Home.ENGINE, jsonObject()),
    FIFO("FifoQueue", Home.ENGINE, oneOf("true")),
    CONTENT_BASED_DEDUPLICATION("ContentBasedDeduplication", Home.ENGINE, oneOf("true", "false")),
    RETENTION(Defaults.RETENTION, Home.BESIDE, number(60, 1_209_600)),
    MAXIMUM_SIZE("MaximumMessageSize", Home.BESIDE, number(1_024, 1_048_576)),
    POLICY("Policy", Home.BESIDE, jsonObject()),
    REDRIVE_ALLOW("RedriveAllowPolicy", Home.BESIDE, jsonObject()),
    KMS_KEY("KmsMasterKeyId", Home.BESIDE, _ -> true),
    KMS_REUSE("KmsDataKeyReusePeriodSeconds", Home.BESIDE, number(60, 86_400)),
    SQS_ENCRYPTION("SqsManagedSseEnabled", Home.BESIDE, oneOf("true", "false")),
    DEDUPLICATION_SCOPE("DeduplicationScope", Home.BESIDE, oneOf("messageGroup", "queue")),
    THROUGHPUT_LIMIT("FifoThroughputLimit", Home.BESIDE, oneOf("perQueue", "perMessageGroupId"));

    private enum Home {
        ENGINE,
        BESIDE
    }

    private static final List<QueueAttribute> FIFO_ONLY =
            List.of(FIFO, CONTENT_BASED_DEDUPLICATION, DEDUPLICATION_SCOPE, THROUGHPUT_LIMIT);

    // An empty text takes them away.
    private static final List<QueueAttribute> REMOVABLE = List.of(REDRIVE, POLICY, REDRIVE_ALLOW, KMS_KEY);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String title;
    private final Home home;
    private final Predicate<String> rule;

    QueueAttribute(String title, Home home, Predicate<String> rule) {
        this.title = title;
        this.home = home;
        this.rule = rule;
    }

    static Optional<QueueAttribute> named(String title) {
        return Arrays.stream(values()).filter(attribute -> attribute.title.equals(title)).findFirst();
    }

    String title() {
        return title;
    }

    boolean isKeptBeside() {
        return home == Home.BESIDE;
    }

    boolean fits(String queue) {
        return !FIFO_ONLY.contains(this) || SqsCall.isFifo(queue);
    }

    boolean removedBy(String value) {
        return value.isEmpty() && REMOVABLE.contains(this);
    }

    boolean allows(String value) {
        return removedBy(value) || rule.test(value);
    }

    /** 030 seconds are 30, and policies are the same whatever their white space. */
    boolean same(String one, String other) {
        return one.equals(other) || normal(one).equals(normal(other));
    }

    private static Object normal(String value) {
        try {
            return JSON.readTree(value.replaceFirst("^0+(?=\\d)", ""));
        } catch (JsonProcessingException e) {
            return value;
        }
    }

    private static Predicate<String> number(int from, int to) {
        return value -> value.matches("\\d{1,9}") && Integer.parseInt(value) >= from && Integer.parseInt(value) <= to;
    }

    private static Predicate<String> oneOf(String... values) {
        return List.of(values)::contains;
    }

    private static Predicate<String> jsonObject() {
        return value -> value.strip().startsWith("{") && !(normal(value) instanceof String);
    }
}
