package dev.fanout.web;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Times as RFC 3339 writes them; Jackson's own reader takes numbers and the year 1,000,000,000 as well. */
final class StrictInstant extends StdDeserializer<Instant> {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("+10000-01-01T00:00:00Z");

    StrictInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) return refuse(json, context);
        try {
            var time = Instant.parse(json.getString());
            return time.isBefore(FIRST) || !time.isBefore(AFTER) ? refuse(json, context) : time;
        } catch (DateTimeException _) {
            return refuse(json, context);
        }
    }

    private static Instant refuse(JsonParser json, DeserializationContext context) {
        return context.reportInputMismatch(Instant.class, "not a time: %s", json.currentToken());
    }
}
