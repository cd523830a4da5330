package dev.fanout.local.sqs.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What AWS shows of a queue where nothing was set. */
public final class Defaults {
    /** What the attribute is called. */
    public static final String RETENTION = "MessageRetentionPeriod";

    public static final Duration RETENTION_PERIOD = Duration.ofDays(4);

    static final int MAXIMUM_SIZE = 1_048_576;

    private Defaults() {}

    /** All attributes that are kept beside the engine: those that were set, and the others by default. */
    static Map<String, String> complete(String queue, Map<String, String> kept) {
        var all = new LinkedHashMap<>(of(queue, kept.containsKey(QueueAttribute.KMS_KEY.title())));
        all.putAll(kept);
        return all;
    }

    private static Map<String, String> of(String queue, boolean kms) {
        var all = new LinkedHashMap<String, String>();
        all.put(RETENTION, Long.toString(RETENTION_PERIOD.toSeconds()));
        all.put(QueueAttribute.MAXIMUM_SIZE.title(), Integer.toString(MAXIMUM_SIZE));
        // A queue is encrypted in one of two ways.
        all.put(QueueAttribute.SQS_ENCRYPTION.title(), Boolean.toString(!kms));
        if (kms) all.put(QueueAttribute.KMS_REUSE.title(), "300");
        if (SqsCall.isFifo(queue)) {
            all.put(QueueAttribute.DEDUPLICATION_SCOPE.title(), "queue");
            all.put(QueueAttribute.THROUGHPUT_LIMIT.title(), "perQueue");
        }
        return all;
    }
}
