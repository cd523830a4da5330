package dev.fanout.messaging.sqs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is received at once, and how.
 *
 * @param maxInFlight messages of one queue that are received and not yet done: no more are asked for
 * @param poll how long a receive waits for a message; a stop waits for it, so about a second
 * @param acknowledge how long an acknowledgement waits for nine others to share a call with
 * @param silence how long a queue may go without a successful poll before health and log say so
 */
@ConfigurationProperties("fanout.receive")
record ReceiveSettings(
        @DefaultValue("200") int maxInFlight,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("200ms") Duration acknowledge,
        @DefaultValue("5s") Duration silence) {}
