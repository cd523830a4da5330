package dev.fanout.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.type.LogicalType;

/** Reads and writes events. What it does not know in an event it ignores; what it cannot read it refuses. */
public final class EventCodec {
    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withCoercionConfig(LogicalType.Textual, text -> text
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addMixIn(Event.class, TypeInTheBody.class)
            .registerSubtypes(Arrays.stream(EventType.values())
                    .map(type -> new NamedType(type.record(), type.wireName()))
                    .toArray(NamedType[]::new))
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event_type")
    private interface TypeInTheBody {}

    public String write(Event event) {
        return json.writerFor(Event.class).writeValueAsString(event);
    }

    /** @throws UnreadableEvent if the text is not JSON, has a wrong type or lacks a field, or is of an unknown kind */
    public Event read(String text) {
        try {
            var event = json.readValue(text, Event.class);
            if (event == null) throw new IllegalArgumentException("null is no event");
            return event;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UnreadableEvent(reason(e), e);
        }
    }

    /** SHA-256 of what the event says, in hex: equal for equal events, however their JSON was laid out. */
    public String hash(Event event) {
        try {
            var bytes = json.writerFor(Event.class).writeValueAsBytes(event);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String reason(Exception e) {
        if (e instanceof InvalidTypeIdException unknown) return unknownKind(unknown.getTypeId());
        if (e instanceof StreamReadException text && text.processor() instanceof JsonParser parser)
            return "$" + parser.streamReadContext().pathAsPointer().toString().replace('/', '.') + ": " + firstLine(e);
        if (!(e instanceof DatabindException at)) return firstLine(e);
        var path = at.getPath().stream()
                .map(step ->
                        step.getPropertyName() != null ? "." + step.getPropertyName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining("", "$", ""));
        return path + ": " + firstLine(at.getCause() instanceof IllegalArgumentException rule ? rule : at);
    }

    private static String unknownKind(@Nullable String name) {
        return "$.event_type: " + (name == null ? "is missing" : "'" + name + "' is unknown");
    }

    private static String firstLine(Exception e) {
        var message = e instanceof JacksonException j ? j.getOriginalMessage() : e.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("no reason given");
    }
}
