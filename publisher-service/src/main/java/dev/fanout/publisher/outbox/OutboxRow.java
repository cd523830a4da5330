package dev.fanout.publisher.outbox;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.fanout.events.OutboundMessage;
import dev.fanout.publisher.aws.Attributes;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Topic;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An event that is still to be published.
 *
 * @param shard spreads the load, and the sweepers
 * @param event sorts by time of creation, then by event id
 */
public record OutboxRow(String shard, String event, Topic topic, OutboundMessage message) {
    /** Never fewer than were ever in use: nobody would sweep the others. */
    static final int SHARDS = 4;

    // Instant's own form drops trailing zeros, and then text does not sort like time.
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    static OutboxRow of(Topic topic, OutboundMessage message, Instant now) {
        var id = message.deduplicationId();
        return new OutboxRow(
                shard(Math.floorMod(id.hashCode(), SHARDS)), sortable(now) + "#" + id, topic, message);
    }

    static String shard(int number) {
        return "shard-" + number;
    }

    static String sortable(Instant time) {
        return SORTABLE.format(time);
    }

    Instant created() {
        return Instant.parse(event.substring(0, event.indexOf('#')));
    }

    Map<String, AttributeValue> key() {
        return Map.of("shard", fromS(shard), "event", fromS(event));
    }

    Map<String, AttributeValue> item() {
        var item = new HashMap<>(key());
        item.put("topic", fromS(topic.name()));
        item.put("body", fromS(message.body()));
        item.put("attributes", fromM(message.attributes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, attribute -> fromS(attribute.getValue())))));
        item.put("deduplication_id", fromS(message.deduplicationId()));
        message.group().ifPresent(group -> item.put("message_group", fromS(group)));
        return item;
    }

    static OutboxRow of(Attributes item) {
        var attributes = item.inner("attributes");
        var message = new OutboundMessage(
                item.text("body"),
                attributes.item().keySet().stream().collect(Collectors.toMap(name -> name, attributes::text)),
                item.optionalText("message_group"),
                item.text("deduplication_id"));
        return new OutboxRow(item.text("shard"), item.text("event"), topic(item.text("topic")), message);
    }

    private static Topic topic(String name) {
        return Fanout.TOPOLOGY.topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the outbox holds an event for " + name));
    }
}
