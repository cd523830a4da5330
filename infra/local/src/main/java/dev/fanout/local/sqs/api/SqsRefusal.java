package dev.fanout.local.sqs.api;

import java.util.Map;

/** A refusal, in the words of AWS: SDKs turn the code into their exception types. */
public final class SqsRefusal extends RuntimeException {
    private static final String MODEL = "com.amazonaws.sqs#";
    private static final String FRAMEWORK = "com.amazon.coral.service#";

    // The query protocol's names, which the JSON protocol tells in a header, where they are not the same.
    private static final Map<String, String> QUERY_CODES = Map.of(
            "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue",
            "QueueNameExists", "QueueAlreadyExists",
            "UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation",
            "BatchEntryIdsNotDistinct", "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
            "BatchRequestTooLong", "AWS.SimpleQueueService.BatchRequestTooLong",
            "EmptyBatchRequest", "AWS.SimpleQueueService.EmptyBatchRequest",
            "TooManyEntriesInBatchRequest", "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
            "UnknownOperationException", "InvalidAction");

    private final int status;
    private final String namespace;
    private final String code;

    private SqsRefusal(int status, String namespace, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.namespace = namespace;
        this.code = code;
    }

    public static SqsRefusal of(String code, String message) {
        return new SqsRefusal(400, MODEL, code, message);
    }

    static SqsRefusal unknown(String action) {
        return new SqsRefusal(
                400, FRAMEWORK, "UnknownOperationException",
                "The action %s is not valid for this endpoint.".formatted(action));
    }

    static SqsRefusal unreadable(String reason) {
        return new SqsRefusal(400, FRAMEWORK, "SerializationException", reason);
    }

    static SqsRefusal noSuchQueue() {
        return of("QueueDoesNotExist", "The specified queue does not exist.");
    }

    static SqsRefusal invalidValue(String parameter, String value, String reason) {
        return of("InvalidParameterValue",
                "Value %s for parameter %s is invalid. Reason: %s".formatted(value, parameter, reason));
    }

    /** Ours, not the client's: it may try again. */
    public static SqsRefusal internal(String reason) {
        return new SqsRefusal(500, FRAMEWORK, "InternalFailure", reason);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String type() {
        return namespace + code;
    }

    String queryCode() {
        return QUERY_CODES.getOrDefault(code, code);
    }

    String fault() {
        return status < 500 ? "Sender" : "Receiver";
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
