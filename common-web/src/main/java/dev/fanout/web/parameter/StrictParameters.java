package dev.fanout.web.parameter;

import dev.fanout.json.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Values in paths, queries and headers; Spring's own converters trim, and take 0x10 and other scripts' digits. They are
 * set as editors, because behind a converter of ours that refuses Spring would try its own.
 */
@RestControllerAdvice
class StrictParameters {
    @InitBinder
    void strictly(WebDataBinder binder) {
        add(binder, Texts::wholeNumber, Long.class, long.class);
        add(binder, text -> Math.toIntExact(Texts.wholeNumber(text)), Integer.class, int.class);
        add(binder, StrictParameters::truth, Boolean.class, boolean.class);
        add(binder, Texts::uuid, UUID.class);
        add(binder, Texts::time, Instant.class);
        add(binder, Texts::duration, Duration.class);
    }

    private static void add(WebDataBinder binder, Function<String, Object> read, Class<?>... types) {
        for (var type : types) binder.registerCustomEditor(type, new StrictEditor(read));
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }
}
