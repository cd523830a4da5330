package dev.fanout.json;

import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a value that is written as a JSON string, and as nothing else; Jackson's own readers trim and guess. */
abstract class StrictText<T> extends StdDeserializer<T> {
    private final Class<T> type;
    private final transient Function<String, T> read;

    /** @param read throws IllegalArgumentException for a text that is no such value */
    StrictText(Class<T> type, Function<String, T> read) {
        super(type);
        this.type = type;
        this.read = read;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) return refuse(context, "is no string");
        try {
            return read.apply(json.getString());
        } catch (IllegalArgumentException e) {
            return refuse(context, String.valueOf(e.getMessage()));
        }
    }

    private T refuse(DeserializationContext context, String reason) {
        return context.reportInputMismatch(type, "%s", reason);
    }
}
