package dev.fanout.messaging.sqs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is received at once, and how.
 *
 * @param maxInFlight Number of messages of one queue that are received and not yet done; 10 or more, because a
 *     receive asks for ten. No more are asked for.
 * @param poll How long a receive waits for a message: whole seconds, 0 to 20 s, less than {@code
 *     fanout.aws.attempt-timeout}. A stop waits for it, so about 1 s.
 * @param acknowledge How long an acknowledgement waits for nine others to share a call with; more than 0.
 * @param silence How long a queue may go without a successful poll before the health and the log say so; longer than
 *     {@code poll}.
 */
@ConfigurationProperties("fanout.receive")
record ReceiveSettings(
        @DefaultValue("200") int maxInFlight,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("200ms") Duration acknowledge,
        @DefaultValue("5s") Duration silence) {}
