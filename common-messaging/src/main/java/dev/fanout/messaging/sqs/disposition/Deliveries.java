package dev.fanout.messaging.sqs.disposition;

import dev.fanout.messaging.pipeline.Delivery;
import io.awspring.cloud.sqs.listener.SqsHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import org.springframework.messaging.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** What SQS handed out, as the pipeline sees it. */
public final class Deliveries {
    private Deliveries() {}

    public static Delivery of(Message<String> message) {
        var received = source(message);
        var attributes = new HashMap<String, String>();
        received.messageAttributes().forEach((name, value) -> {
            if (value.stringValue() != null) attributes.put(name, value.stringValue());
        });
        return new Delivery(
                received.messageId(),
                received.receiptHandle(),
                received.body(),
                attributes,
                system(received, MessageSystemAttributeName.MESSAGE_GROUP_ID),
                system(received, MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT).map(Integer::valueOf).orElse(1),
                system(received, MessageSystemAttributeName.SENT_TIMESTAMP)
                        .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
                        .orElse(Instant.EPOCH));
    }

    public static software.amazon.awssdk.services.sqs.model.Message source(Message<String> message) {
        var source = message.getHeaders()
                .get(SqsHeaders.SQS_SOURCE_DATA_HEADER, software.amazon.awssdk.services.sqs.model.Message.class);
        return Objects.requireNonNull(source, "the container keeps the message as it was received");
    }

    private static Optional<String> system(
            software.amazon.awssdk.services.sqs.model.Message message, MessageSystemAttributeName name) {
        return Optional.ofNullable(message.attributes().get(name));
    }
}
