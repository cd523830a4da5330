package dev.fanout.local.sns;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;

/** What happens to topics and subscriptions, as their journal has it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @Type(value = SnsEntry.TopicIs.class, name = "topic"),
    @Type(value = SnsEntry.TopicGone.class, name = "topic gone"),
    @Type(value = SnsEntry.SubscriptionIs.class, name = "subscription"),
    @Type(value = SnsEntry.SubscriptionGone.class, name = "subscription gone"),
    @Type(value = SnsEntry.Published.class, name = "published")
})
sealed interface SnsEntry {
    /** Made, or changed. */
    record TopicIs(String arn, Map<String, String> attributes) implements SnsEntry {}

    /** With all its subscriptions. */
    record TopicGone(String arn) implements SnsEntry {}

    /** Made, or changed. */
    record SubscriptionIs(String arn, String topicArn, String endpoint, Map<String, String> attributes)
            implements SnsEntry {}

    record SubscriptionGone(String arn) implements SnsEntry {}

    /** A FIFO topic's receipt, to be given again when the same message comes again. */
    record Published(
            String topicArn, String deduplicationId, String messageId, String sequenceNumber, String time)
            implements SnsEntry {

        Instant at() {
            return Instant.parse(time);
        }
    }
}
