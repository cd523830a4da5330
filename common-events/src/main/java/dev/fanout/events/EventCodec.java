package dev.fanout.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.fanout.json.StrictJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** Reads and writes events. What it does not know in an event it ignores; what it cannot read it refuses. */
public final class EventCodec {
    private static final int LONGEST_NAME = 100;

    private final JsonMapper json = StrictJson.applyTo(JsonMapper.builder())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
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

    /** Whoever wrote the name may have written anything: as much of it as helps. */
    private static String unknownKind(@Nullable String name) {
        if (name == null) return "$.event_type: is missing";
        return "$.event_type: '" + name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "' is unknown";
    }

    private static String firstLine(Exception e) {
        var message = e instanceof JacksonException j ? j.getOriginalMessage() : e.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("no reason given");
    }
}
