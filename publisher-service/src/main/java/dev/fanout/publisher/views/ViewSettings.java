package dev.fanout.publisher.views;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How views are coalesced.
 *
 * @param linger How long a view waits for others to fill its batch of ten; 0 or more.
 * @param capacity Number of views in hand, waiting and under way together; 1 or more. More are refused with 503.
 * @param inFlight Number of batches that are being published at the same time; 1 or more.
 * @param maxWait How long a caller waits for its views to be published; more than 0. After it the answer is 503. A
 *     stop waits as long for the views in hand.
 * @param retryAfter Time that {@code Retry-After} tells a refused caller to wait: whole seconds, 1 s or more.
 */
@ConfigurationProperties("fanout.views")
record ViewSettings(
        @DefaultValue("5ms") Duration linger,
        @DefaultValue("10000") int capacity,
        @DefaultValue("8") int inFlight,
        @DefaultValue("10s") Duration maxWait,
        @DefaultValue("1s") Duration retryAfter) {}
