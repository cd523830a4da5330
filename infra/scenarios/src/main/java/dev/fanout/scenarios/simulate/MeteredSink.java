package dev.fanout.scenarios.simulate;

import dev.fanout.events.OutboundMessage;
import dev.fanout.scenarios.produce.MessageSink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkException;

/** An outlet whose failures are counted: what is sent again may come twice, or late. */
final class MeteredSink implements MessageSink {
    private final MessageSink sink;
    private final AtomicInteger failures = new AtomicInteger();
    private final Map<String, Integer> doubts = new HashMap<>();

    MeteredSink(MessageSink sink) {
        this.sink = sink;
    }

    @Override
    public String name() {
        return sink.name();
    }

    @Override
    public List<OutboundMessage> send(List<OutboundMessage> batch) {
        try {
            var left = sink.send(batch);
            if (!left.isEmpty()) doubt(left);
            return left;
        } catch (SdkException e) {
            doubt(batch);
            throw e;
        }
    }

    private synchronized void doubt(List<OutboundMessage> batch) {
        failures.incrementAndGet();
        batch.forEach(said -> doubts.merge(
                said.attributes().getOrDefault(OutboundMessage.HOST_ID, ""), 1, Integer::sum));
    }

    int failures() {
        return failures.get();
    }

    /** How many messages of each host had to be sent again, by host id. */
    synchronized Map<String, Integer> doubts() {
        return Map.copyOf(doubts);
    }
}
