package dev.fanout.web;

/**
 * One entry of a problem's {@code errors}: what is wrong, and where.
 *
 * @param field the path in the JSON body ({@code items[3].quantity}), {@code $} for the body as a whole, or
 *     the name of the path variable, query parameter or header
 */
public record FieldError(String field, String message) {
    public static final String BODY = "$";

    public static FieldError ofBody(String message) {
        return new FieldError(BODY, message);
    }
}
