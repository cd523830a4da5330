package dev.fanout.messaging.logging;

import org.jspecify.annotations.Nullable;

/** Text as a log line may hold it: whoever chose it can neither begin a line of his own nor command a terminal. */
final class Escaped {
    private Escaped() {}

    static String text(@Nullable String text) {
        if (text == null) return "";
        if (text.codePoints().noneMatch(Escaped::isControl)) return text;
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isControl(c)) escaped.append("\\u%04x".formatted(c));
            else escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }

    /** C0 and C1 controls, what Unicode takes for an end of line, and what turns the direction of text. */
    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.FORMAT, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
