package dev.fanout.chaos;

import dev.fanout.events.OutboundMessage;
import dev.fanout.messaging.publish.Published;
import dev.fanout.messaging.publish.Publishing;
import dev.fanout.topology.Topic;
import java.util.List;

/** What can go wrong between an outbox and its topic. */
record ChaoticPublishing(Publishing publishing, Chaos chaos) implements Publishing {
    @Override
    public Published publish(Topic topic, List<OutboundMessage> announcements) {
        announcements.forEach(event -> chaos.crashIf(Fault.CRASH_BEFORE_PUBLISH, event.body()));
        var published = publishing.publish(topic, announcements);
        announcements.stream()
                .filter(event -> published.taken().contains(event.deduplicationId()))
                .forEach(event -> chaos.crashIf(Fault.CRASH_BEFORE_MARK, event.body()));
        return published;
    }
}
