package dev.fanout.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** How a value is written as text, in JSON, paths and queries. All throw IllegalArgumentException for another text. */
public final class Texts {
    /** What it says of a time that it refuses. */
    public static final String TIME_RULE = "must be a time like 2026-11-21T10:15:30Z, from 1970 to 9999";

    public static final String UUID_RULE = "must be a UUID like 0b8f2a5e-6d0c-4f57-9a3e-3f6f3a1c8d21";
    public static final String DURATION_RULE = "must be a duration like PT5M";
    public static final String WHOLE_NUMBER_RULE = "must be a whole number";

    private static final Instant AFTER = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final UUID NIL = new UUID(0, 0);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,19}");
    /** Longer than any value that is right. */
    private static final int LONGEST = 64;

    private Texts() {}

    /** A time as RFC 3339 writes it. */
    public static Instant time(String text) {
        try {
            var time = Instant.parse(bounded(text, TIME_RULE));
            return allowed(isTime(time), time, TIME_RULE);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(TIME_RULE, e);
        }
    }

    /** Whether a time is in the years 1970 to 9999. */
    public static boolean isTime(Instant time) {
        return !time.isBefore(Instant.EPOCH) && time.isBefore(AFTER);
    }

    /** An id in the canonical form (RFC 9562), and not the nil UUID, which stands for none. */
    public static UUID uuid(String text) {
        if (!UUID_FORM.matcher(bounded(text, UUID_RULE)).matches()) throw new IllegalArgumentException(UUID_RULE);
        var id = UUID.fromString(text);
        return allowed(isId(id), id, "must not be the nil UUID");
    }

    /** Whether a UUID tells something from something else. */
    public static boolean isId(UUID id) {
        return !id.equals(NIL);
    }

    /** A duration in ISO 8601. */
    public static Duration duration(String text) {
        try {
            return Duration.parse(bounded(text, DURATION_RULE));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(DURATION_RULE, e);
        }
    }

    /** A decimal whole number in ASCII digits; Java's own readers take other scripts' digits and 0x10. */
    public static long wholeNumber(String text) {
        if (!WHOLE_NUMBER.matcher(bounded(text, WHOLE_NUMBER_RULE)).matches())
            throw new IllegalArgumentException(WHOLE_NUMBER_RULE);
        return Long.parseLong(text);
    }

    private static String bounded(String text, String rule) {
        return allowed(text.length() <= LONGEST, text, rule);
    }

    private static <T> T allowed(boolean isAllowed, T value, String rule) {
        if (!isAllowed) throw new IllegalArgumentException(rule);
        return value;
    }
}
