package dev.fanout.local.sns;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Publishes: a receipt is given, and a deduplication id remembered, only after every queue has the message. */
final class Publisher {
    private final FanOut fanOut;
    private final InstantSource clock;

    Publisher(FanOut fanOut, InstantSource clock) {
        this.fanOut = fanOut;
        this.clock = clock;
    }

    /** One receipt a message, in the same order. */
    List<Receipt> publish(Topic topic, List<Message> messages) {
        if (topic.fifo()) return publishInOrder(topic, messages);
        fanOut.deliver(topic, messages);
        return messages.stream().map(Receipt::of).toList();
    }

    private List<Receipt> publishInOrder(Topic topic, List<Message> messages) {
        var memory = topic.memory();
        // One publish at a time: that is the order of a FIFO topic.
        synchronized (memory) {
            var now = clock.instant();
            var receipts = new ArrayList<Receipt>();
            var news = new LinkedHashMap<String, Message>();
            for (var message : messages) {
                var id = String.valueOf(message.deduplicationId());
                var known = memory.recall(id, now);
                if (known == null) news.computeIfAbsent(id, _ -> message.numbered(memory.nextSequenceNumber()));
                receipts.add(known != null ? known : Receipt.of(news.getOrDefault(id, message)));
            }
            fanOut.deliver(topic, List.copyOf(news.values()));
            news.forEach((id, message) -> memory.remember(id, Receipt.of(message), now));
            return receipts;
        }
    }
}
