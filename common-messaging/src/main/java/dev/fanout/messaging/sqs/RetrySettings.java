package dev.fanout.messaging.sqs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a failed event is tried again. How often, the topology says.
 *
 * @param firstDelay Delay before the second attempt; more than 0. It doubles with each further attempt, and up to
 *     half of it is taken off at random.
 * @param maxDelay Longest delay between two attempts; at most 12 hours, the limit of SQS for a visibility timeout.
 */
@ConfigurationProperties("fanout.retry")
record RetrySettings(@DefaultValue("1s") Duration firstDelay, @DefaultValue("5m") Duration maxDelay) {}
