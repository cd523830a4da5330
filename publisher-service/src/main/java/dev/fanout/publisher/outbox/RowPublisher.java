package dev.fanout.publisher.outbox;

import dev.fanout.messaging.pipeline.Interceptor;
import dev.fanout.messaging.pipeline.OutageLogger;
import dev.fanout.messaging.publish.Publishing;
import dev.fanout.publisher.aws.TopicPublisher;
import dev.fanout.topology.Topic;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Publishes rows and deletes those that SNS took: in this order, so that a crash can repeat but not lose. */
@Component
class RowPublisher {
    private final Publishing publisher;
    private final OutboxTable table;
    private final OutageLogger outage;

    @Autowired
    RowPublisher(
            TopicPublisher publisher, OutboxTable table, ObjectProvider<Interceptor> interceptor, Clock clock) {
        this(interceptor.getIfAvailable(() -> Interceptor.NONE).around(publisher), table, clock);
    }

    RowPublisher(Publishing publisher, OutboxTable table, Clock clock) {
        this.publisher = publisher;
        this.table = table;
        this.outage = new OutageLogger("Deleting published events from the outbox", clock);
    }

    /** @return false if it is no use to go on now */
    boolean publish(List<OutboxRow> rows) {
        return byTopic(rows).entrySet().stream()
                .map(topic -> publish(topic.getKey(), topic.getValue()))
                .reduce(true, Boolean::logicalAnd);
    }

    private boolean publish(Topic topic, List<OutboxRow> rows) {
        var published = publisher.publish(
                topic, rows.stream().map(OutboxRow::message).toList());
        delete(rows.stream()
                .filter(row -> published.taken().contains(row.message().deduplicationId()))
                .toList());
        return !published.unavailable();
    }

    private void delete(List<OutboxRow> rows) {
        try {
            table.delete(rows);
            outage.worked();
        } catch (RuntimeException e) {
            // They stay, and the sweeper publishes them once more.
            outage.failed(e.toString());
        }
    }

    private static Map<Topic, List<OutboxRow>> byTopic(List<OutboxRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(OutboxRow::topic, LinkedHashMap::new, Collectors.toList()));
    }
}
