package dev.fanout.messaging;

import java.util.Optional;

/**
 * A stretch of sort keys, as the table orders them: by the bytes of UTF-8.
 *
 * @param from the first that may be in it; "" for the very first
 * @param to what is not before it is not in it, and no item has it as its key; nothing where it does not end
 */
public record Span(String from, Optional<String> to) {
    public static final Span ALL = from("");

    public static Span from(String from) {
        return new Span(from, Optional.empty());
    }

    /** @param prefix ends with a letter, digit or sign of ASCII */
    public static Span startingWith(String prefix) {
        var last = prefix.length() - 1;
        return from(prefix).upTo(prefix.substring(0, last) + (char) (prefix.charAt(last) + 1));
    }

    public Span upTo(String end) {
        return new Span(from, Optional.of(end));
    }

    /** The rest of it, where a page ended; all of it, where none did. */
    public Span goingOn(Optional<String> next) {
        return next.map(key -> new Span(key, to)).orElse(this);
    }
}
