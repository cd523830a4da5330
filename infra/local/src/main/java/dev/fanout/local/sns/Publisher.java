package dev.fanout.local.sns;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Gives a receipt, and remembers a deduplication id, only after every subscribed queue has the message. */
final class Publisher {
    private final FanOut fanOut;
    private final InstantSource clock;
    private final Consumer<SnsEntry> keep;

    Publisher(FanOut fanOut, InstantSource clock, Consumer<SnsEntry> keep) {
        this.fanOut = fanOut;
        this.clock = clock;
        this.keep = keep;
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
            var news = news(messages, memory, now);
            fanOut.deliver(topic, List.copyOf(news.values()));
            news.forEach((id, message) -> remember(topic, id, message, now));
            return messages.stream().map(message -> receipt(message, memory, now)).toList();
        }
    }

    private void remember(Topic topic, String id, Message message, Instant now) {
        var number = Objects.requireNonNull(message.sequenceNumber());
        keep.accept(new SnsEntry.Published(topic.arn(), id, message.id(), number, now.toString()));
        topic.memory().remember(id, Receipt.of(message), now);
    }

    /** By deduplication id, because one batch may hold the same message twice. */
    private static Map<String, Message> news(List<Message> messages, FifoMemory memory, Instant now) {
        var news = new LinkedHashMap<String, Message>();
        for (var message : messages)
            if (memory.recall(id(message), now) == null)
                news.computeIfAbsent(id(message), _ -> message.numbered(memory.nextSequenceNumber()));
        return news;
    }

    private static Receipt receipt(Message message, FifoMemory memory, Instant now) {
        return Objects.requireNonNull(memory.recall(id(message), now));
    }

    private static String id(Message message) {
        return Objects.requireNonNull(message.deduplicationId());
    }
}
