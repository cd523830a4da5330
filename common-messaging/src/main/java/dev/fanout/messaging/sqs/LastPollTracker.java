package dev.fanout.messaging.sqs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/** When each queue was last polled with success: the containers do not tell. */
final class LastPollTracker implements ExecutionInterceptor {
    private final Clock clock;
    private final Map<String, Instant> last = new ConcurrentHashMap<>();

    LastPollTracker(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void afterExecution(Context.AfterExecution call, ExecutionAttributes attributes) {
        if (call.request() instanceof ReceiveMessageRequest poll) seen(poll.queueUrl());
    }

    void seen(String queueUrl) {
        last.put(queueUrl, clock.instant());
    }

    /** Zero for a queue that was never seen. */
    Duration since(String queueUrl) {
        var now = clock.instant();
        return Duration.between(last.getOrDefault(queueUrl, now), now);
    }
}
