package dev.fanout.local.sqs;

import dev.fanout.local.sns.message.MessageAttribute;
import dev.fanout.local.sns.message.QueueMessage;
import java.util.Map;
import java.util.stream.Collectors;
import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.DeduplicationId;
import org.elasticmq.ImmediateNextDelivery$;
import org.elasticmq.MessageContent;
import org.elasticmq.NewMessageData;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.StringMessageAttribute;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Our words in ElasticMQ's. */
final class NewMessages {
    private NewMessages() {}

    static NewMessageData from(QueueMessage message) {
        return new NewMessageData(
                Option.empty(),
                new MessageContent(message.body()),
                attributes(message.attributes()),
                ImmediateNextDelivery$.MODULE$,
                Option.apply(message.groupId()),
                deduplication(message.deduplicationId()),
                0,
                Option.empty(),
                Option.empty(),
                Option.empty());
    }

    private static Option<DeduplicationId> deduplication(@Nullable String id) {
        return id == null ? Option.empty() : Option.apply(new DeduplicationId(id));
    }

    static scala.collection.immutable.Map<String, org.elasticmq.MessageAttribute> attributes(
            Map<String, MessageAttribute> attributes) {
        var translated = attributes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> translate(entry.getValue())));
        return scala.collection.immutable.Map.from(CollectionConverters.asScala(translated));
    }

    private static org.elasticmq.MessageAttribute translate(MessageAttribute attribute) {
        var custom = Option.apply(attribute.customType());
        return switch (attribute.baseType()) {
            case "Number" -> new NumberMessageAttribute(attribute.value(), custom);
            case "Binary" -> BinaryMessageAttribute.fromBase64(attribute.value(), custom);
            default -> new StringMessageAttribute(attribute.value(), custom);
        };
    }
}
