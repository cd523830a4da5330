package dev.fanout.messaging.pipeline;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One message as it was received.
 *
 * @param messageId the queue's own: the same for whatever is handed out again, another for what is sent again
 * @param receipt how the queue knows this delivery, for as long as it is in hand
 * @param attributes the sender's, by name
 * @param group of a FIFO queue: its messages keep their order
 * @param receiveCount how often the queue has handed it out, this time included; from 1
 * @param sentAt when the queue took it
 */
public record Delivery(
        String messageId,
        String receipt,
        String body,
        Map<String, String> attributes,
        Optional<String> group,
        int receiveCount,
        Instant sentAt) {}
