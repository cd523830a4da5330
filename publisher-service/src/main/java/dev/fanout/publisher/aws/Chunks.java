package dev.fanout.publisher.aws;

import dev.fanout.events.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts announcements into what one PublishBatch takes, in their order. */
final class Chunks {
    static final int MAX_ENTRIES = 10;
    /** Of all entries together, attributes included. */
    static final int MAX_BYTES = 256 * 1024;

    private Chunks() {}

    static List<List<OutboundMessage>> of(List<OutboundMessage> announcements) {
        var chunks = new ArrayList<List<OutboundMessage>>();
        var chunk = new ArrayList<OutboundMessage>();
        int bytes = 0;
        for (var message : announcements) {
            var more = bytes(message);
            if (chunk.size() == MAX_ENTRIES || (!chunk.isEmpty() && bytes + more > MAX_BYTES)) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                bytes = 0;
            }
            chunk.add(message);
            bytes += more;
        }
        if (!chunk.isEmpty()) chunks.add(chunk);
        return chunks;
    }

    private static int bytes(OutboundMessage message) {
        return message.attributes().entrySet().stream()
                .mapToInt(a -> utf8(a.getKey()) + utf8("String") + utf8(a.getValue()))
                .reduce(utf8(message.body()), Integer::sum);
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
