package dev.fanout.local.sns.publish;

import dev.fanout.local.sns.message.Message;
import dev.fanout.local.sns.message.Receipt;
import dev.fanout.local.sns.registry.SnsEntry;
import dev.fanout.local.sns.registry.Topic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Gives a receipt, and remembers a deduplication id, only after every subscribed queue has the message. */
public final class Publisher {
    private final FanOut fanOut;
    private final InstantSource clock;
    private final Consumer<SnsEntry> keep;

    public Publisher(FanOut fanOut, InstantSource clock, Consumer<SnsEntry> keep) {
        this.fanOut = fanOut;
        this.clock = clock;
        this.keep = keep;
    }

    /** One receipt a message, in the same order. */
    public List<Receipt> publish(Publication publication) {
        if (publication.topic().fifo()) return publishInOrder(publication);
        fanOut.deliver(publication);
        return publication.messages().stream().map(Receipt::of).toList();
    }

    private List<Receipt> publishInOrder(Publication publication) {
        var topic = publication.topic();
        // One publish at a time: that is the order of a FIFO topic.
        synchronized (topic.memory()) {
            var now = clock.instant();
            var news = news(publication, now);
            fanOut.deliver(publication.with(List.copyOf(news.values())));
            news.forEach((id, message) -> remember(topic, id, message, now));
            return publication.messages().stream().map(message -> receipt(topic, message, now)).toList();
        }
    }

    private void remember(Topic topic, String id, Message message, Instant now) {
        var number = Objects.requireNonNull(message.sequenceNumber());
        keep.accept(new SnsEntry.Published(topic.arn(), id, message.id(), number, now.toString()));
        topic.memory().remember(id, Receipt.of(message), now);
    }

    /** By what makes them the same, because one batch may hold a message twice. */
    private static Map<String, Message> news(Publication publication, Instant now) {
        var topic = publication.topic();
        var memory = topic.memory();
        var news = new LinkedHashMap<String, Message>();
        for (var message : publication.messages())
            if (memory.recall(topic.sameness(message), now) == null)
                news.computeIfAbsent(
                        topic.sameness(message), _ -> message.numbered(memory.nextSequenceNumber()));
        return news;
    }

    private static Receipt receipt(Topic topic, Message message, Instant now) {
        return Objects.requireNonNull(topic.memory().recall(topic.sameness(message), now));
    }
}
