package dev.fanout.publisher.views;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How views are coalesced.
 *
 * @param linger how long a view waits for others to fill its batch
 * @param capacity how many views are in hand at most, waiting and under way; more are refused with 503
 * @param inFlight how many batches are under way at once
 * @param maxWait how long a caller waits at most
 * @param retryAfter when a refused caller may try again
 */
@ConfigurationProperties("fanout.views")
record ViewSettings(
        @DefaultValue("5ms") Duration linger,
        @DefaultValue("10000") int capacity,
        @DefaultValue("8") int inFlight,
        @DefaultValue("10s") Duration maxWait,
        @DefaultValue("1s") Duration retryAfter) {}
