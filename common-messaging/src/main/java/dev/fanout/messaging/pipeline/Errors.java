package dev.fanout.messaging.pipeline;

/** Errors as logs, status rows and parked messages tell them. */
public final class Errors {
    private static final int MAX = 1_000;
    private static final int UNKNOWN = '\ufffd';

    private Errors() {}

    /** What it is and says, without the lines that some libraries add. */
    public static String oneLine(Exception e) {
        return told(e.toString().lines().findFirst().orElseGet(() -> e.getClass().getName()));
    }

    /**
     * Short, and of characters that SQS allows in an attribute: it may quote a sender, who could otherwise make it too
     * long, or too strange, for the dead-letter queue.
     */
    public static String told(String error) {
        return error.codePoints()
                .limit(MAX)
                .map(c -> isAllowed(c) ? c : UNKNOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int c) {
        if (c < ' ') return c == '\t' || c == '\n' || c == '\r';
        return c < Character.MIN_SURROGATE || (c > Character.MAX_SURROGATE && c != 0xfffe && c != 0xffff);
    }
}
