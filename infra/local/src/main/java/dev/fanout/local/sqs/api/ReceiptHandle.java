package dev.fanout.local.sqs.api;

import java.util.regex.Pattern;

/** What a reader holds of a message: its id, and one of its deliveries. */
public final class ReceiptHandle {
    private static final Pattern FORM = Pattern.compile("[0-9a-f-]{36}#[0-9a-f-]{36}");

    private ReceiptHandle() {}

    /** Whether it was ours once, and not made up. */
    public static boolean isWellFormed(String handle) {
        return FORM.matcher(handle).matches();
    }
}
