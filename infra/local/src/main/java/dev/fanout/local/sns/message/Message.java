package dev.fanout.local.sns.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fanout.local.sns.filter.FilterPolicy;
import dev.fanout.local.sns.filter.FilterScope;
import dev.fanout.local.sns.filter.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody publishes to a topic. */
public record Message(
        String id,
        String body,
        @Nullable String subject,
        Map<String, MessageAttribute> attributes,
        @Nullable String groupId,
        @Nullable String deduplicationId,
        @Nullable String sequenceNumber) {

    public Message numbered(String number) {
        return new Message(id, body, subject, attributes, groupId, deduplicationId, number);
    }

    public boolean isHeardBy(FilterPolicy filter) {
        return filter.hearsAll() || filter.accepts(asJson(filter.scope()));
    }

    private JsonNode asJson(FilterScope scope) {
        return scope == FilterScope.MESSAGE_BODY ? Json.ifPossible(body) : MessageAttributes.asJson(attributes);
    }
}
