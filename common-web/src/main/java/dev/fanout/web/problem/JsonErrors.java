package dev.fanout.web.problem;

import dev.fanout.json.Texts;
import dev.fanout.web.FieldError;
import dev.fanout.web.body.TooManyElements;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Tells in the client's words what Jackson found wrong; Jackson's own would name our classes. */
final class JsonErrors {
    private static final List<Class<?>> WHOLE_NUMBERS =
            List.of(int.class, Integer.class, long.class, Long.class);

    private final JsonMapper json;

    JsonErrors(JsonMapper json) {
        this.json = json;
    }

    FieldError of(JacksonException e) {
        return new FieldError(path(e), switch (e) {
            case TooManyElements list -> list.getOriginalMessage();
            case UnrecognizedPropertyException unknown -> "is not known here" + known(unknown);
            // Jackson has no class of its own for it.
            case MismatchedInputException more when more.getOriginalMessage().startsWith("Trailing token") ->
                "is not valid JSON: it goes on after its end";
            case MismatchedInputException mismatch -> expected(mismatch.getTargetType());
            case InputCoercionException number -> expected(number.getTargetType()) + " in range";
            case StreamReadException unreadable -> "is not valid JSON: " + reason(unreadable);
            default -> "cannot be read";
        });
    }

    private static String path(JacksonException e) {
        var path = e.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getPropertyName())
                .collect(Collectors.joining());
        if (path.isEmpty()) return FieldError.BODY;
        return path.startsWith(".") ? path.substring(1) : FieldError.BODY + path;
    }

    private static String known(UnrecognizedPropertyException e) {
        Collection<Object> names = e.getKnownPropertyIds();
        if (names == null) return "";
        return names.stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", ", "; known are ", ""));
    }

    /** What a client should have sent. */
    String expected(@Nullable Class<?> type) {
        if (type == null) return "has the wrong type";
        if (type.isEnum()) return "must be one of " + names(type);
        if (WHOLE_NUMBERS.contains(type)) return Texts.WHOLE_NUMBER_RULE;
        if (type == BigDecimal.class || type == double.class) return "must be a number";
        if (type == String.class) return "must be a string";
        if (type == boolean.class || type == Boolean.class) return "must be true or false";
        if (type == UUID.class) return Texts.UUID_RULE;
        if (type == Instant.class) return Texts.TIME_RULE;
        if (type == Duration.class) return Texts.DURATION_RULE;
        return Collection.class.isAssignableFrom(type) ? "must be an array" : "must be an object";
    }

    private String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> json.valueToTree(constant).asString())
                .collect(Collectors.joining(", "));
    }

    /** Without Jackson's hints to the programmer, which are of no use to the client. */
    private static String reason(StreamReadException e) {
        var message = String.valueOf(e.getOriginalMessage()).split("\n| \\(start marker|: enable ", 2)[0];
        var where = e.getLocation();
        return where == null
                ? message
                : "%s (line %d, column %d)".formatted(message, where.getLineNr(), where.getColumnNr());
    }
}
