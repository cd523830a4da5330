package dev.fanout.messaging.sqs.disposition;

import dev.fanout.events.OutboundMessage;
import dev.fanout.messaging.pipeline.Disposition.DeadLetter;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import tools.jackson.databind.json.JsonMapper;

/** Parks messages in a dead-letter queue as they came, with one attribute more that says why. */
public final class DeadLetterQueue {
    /** One JSON text for all that is to be said: SQS allows ten attributes a message. */
    public static final String PARKED = "fanout_parked";

    private static final int MAX_ATTRIBUTES = 10;
    private static final Logger log = LoggerFactory.getLogger(DeadLetterQueue.class);

    private final SqsAsyncClient sqs;
    private final String origin;
    private final String url;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    public DeadLetterQueue(SqsAsyncClient sqs, String origin, String url, Clock clock) {
        this.sqs = sqs;
        this.origin = origin;
        this.url = url;
        this.clock = clock;
    }

    /** Completes when the dead-letter queue has it; only then may it be deleted from its own. */
    CompletableFuture<?> park(Message message, DeadLetter why) {
        log.warn("{}: parked message {} ({}): {}", origin, message.messageId(), reason(why), why.detail());
        var group = message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
        return sqs.sendMessage(send -> {
            send.queueUrl(url).messageBody(message.body()).messageAttributes(attributes(message, why));
            // A fresh deduplication id: parked again within five minutes, it would be swallowed under the old one.
            if (group != null) send.messageGroupId(group).messageDeduplicationId(UUID.randomUUID().toString());
        });
    }

    private Map<String, MessageAttributeValue> attributes(Message message, DeadLetter why) {
        var attributes = new HashMap<>(message.messageAttributes());
        attributes.remove(PARKED);
        // Ours have four; a stranger with ten loses one, which its body does not.
        if (attributes.size() == MAX_ATTRIBUTES) attributes.remove(attributes.keySet().iterator().next());
        attributes.put(PARKED, text(json.writeValueAsString(note(message, why))));
        return attributes;
    }

    private Map<String, Object> note(Message message, DeadLetter why) {
        var note = new LinkedHashMap<String, Object>();
        note.put("reason", reason(why));
        note.put("detail", why.detail());
        note.put("queue", origin);
        note.put("attempts", why.attempts());
        note.put("parked_at", clock.instant().toString());
        var trace = message.messageAttributes().get(OutboundMessage.TRACEPARENT);
        if (trace != null) note.put(OutboundMessage.TRACEPARENT, trace.stringValue());
        return note;
    }

    private static String reason(DeadLetter why) {
        return why.reason().name().toLowerCase(Locale.ROOT);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
