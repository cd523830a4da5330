package dev.fanout.local.sns.registry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** What happens to topics and subscriptions, as their journal has it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @Type(value = SnsEntry.TopicIs.class, name = "topic"),
    @Type(value = SnsEntry.TopicGone.class, name = "topic gone"),
    @Type(value = SnsEntry.SubscriptionIs.class, name = "subscription"),
    @Type(value = SnsEntry.SubscriptionGone.class, name = "subscription gone"),
    @Type(value = SnsEntry.SigningKeyIs.class, name = "signing key"),
    @Type(value = SnsEntry.Published.class, name = "published")
})
public sealed interface SnsEntry {
    /**
     * Made, or changed.
     *
     * @param tags earlier versions wrote none
     */
    record TopicIs(String arn, Map<String, String> attributes, Map<String, String> tags) implements SnsEntry {
        public TopicIs {
            tags = Objects.requireNonNullElse(tags, Map.of());
        }
    }

    /** With all its subscriptions. */
    record TopicGone(String arn) implements SnsEntry {}

    /** Made, or changed. */
    record SubscriptionIs(String arn, String topicArn, String endpoint, Map<String, String> attributes)
            implements SnsEntry {}

    record SubscriptionGone(String arn) implements SnsEntry {}

    /**
     * Made for the first signature, and the same ever after.
     *
     * @param privateKey PKCS#8 in Base64
     */
    record SigningKeyIs(String privateKey) implements SnsEntry {}

    /** A FIFO topic's receipt, to be given again when the same message comes again. */
    record Published(
            String topicArn, String deduplicationId, String messageId, String sequenceNumber, String time)
            implements SnsEntry {

        Instant at() {
            return Instant.parse(time);
        }
    }
}
