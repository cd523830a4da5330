package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers calls, whatever protocol they came by. */
@FunctionalInterface
public interface Sqs {
    /** The answer as the JSON protocol has it; a {@link SqsRefusal} is an answer, too. */
    ObjectNode call(SqsCall call);
}
