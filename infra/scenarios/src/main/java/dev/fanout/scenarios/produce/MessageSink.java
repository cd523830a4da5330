package dev.fanout.scenarios.produce;

import dev.fanout.events.OutboundMessage;
import java.util.List;

/** Where work is sent. */
public interface MessageSink {
    /** SNS and SQS take no more in one call. */
    int MAX_BATCH = 10;

    /** As people know it. */
    String name();

    /**
     * Sends them in one call, in their order.
     *
     * @return those that were not taken
     * @throws software.amazon.awssdk.core.exception.SdkException if nobody knows which were
     */
    List<OutboundMessage> send(List<OutboundMessage> batch);
}
