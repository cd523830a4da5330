package dev.fanout.messaging.sqs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a failed event is tried again. How often, the topology says.
 *
 * @param firstDelay doubled each time
 * @param maxDelay at most 12 hours, SQS's limit for visibility
 */
@ConfigurationProperties("fanout.retry")
record RetrySettings(@DefaultValue("1s") Duration firstDelay, @DefaultValue("5m") Duration maxDelay) {}
