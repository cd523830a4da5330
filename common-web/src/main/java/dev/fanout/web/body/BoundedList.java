package dev.fanout.web.body;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a list until it is longer than its {@code @Size} allows: what comes behind is not looked at. */
final class BoundedList extends StdDeserializer<List<?>> {
    /** Of lists that say nothing themselves. */
    private static final int USUAL_LIMIT = 1_000;

    private static final String USUAL_RULE = "must have at most {max} elements";

    private final JavaType type;
    private final int limit;
    private final String rule;
    private final @Nullable ValueDeserializer<?> elements;

    BoundedList(JavaType type) {
        this(type, USUAL_LIMIT, USUAL_RULE, null);
    }

    private BoundedList(JavaType type, int limit, String rule, @Nullable ValueDeserializer<?> elements) {
        super(type);
        this.type = type;
        this.limit = limit;
        this.rule = rule;
        this.elements = elements;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        var reader = context.findContextualValueDeserializer(type.getContentType(), property);
        var size = property == null ? null : property.getAnnotation(Size.class);
        if (size == null) return new BoundedList(type, USUAL_LIMIT, USUAL_RULE, reader);
        return new BoundedList(type, size.max(), size.message().replace("{min}", "" + size.min()), reader);
    }

    @Override
    public List<?> deserialize(JsonParser json, DeserializationContext context) {
        if (!json.isExpectedStartArrayToken()) return (List<?>) context.handleUnexpectedToken(type, json);
        var list = new ArrayList<@Nullable Object>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (list.size() == limit) throw new TooManyElements(json, rule.replace("{max}", "" + limit));
            list.add(element(json, context, list));
        }
        return list;
    }

    private @Nullable Object element(JsonParser json, DeserializationContext context, List<?> before) {
        var reader = Objects.requireNonNull(elements, "made by createContextual");
        try {
            return json.hasToken(JsonToken.VALUE_NULL)
                    ? reader.getNullValue(context)
                    : reader.deserialize(json, context);
        } catch (JacksonException e) {
            throw DatabindException.wrapWithPath(context, e, new JacksonException.Reference(before, before.size()));
        }
    }
}
