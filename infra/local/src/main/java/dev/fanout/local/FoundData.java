package dev.fanout.local;

/** What a stack found in its data folder when it started. */
public record FoundData(int topics, int queues, int messages, int tables, int mails) {
    boolean nothing() {
        return topics + queues + messages + tables + mails == 0;
    }

    @Override
    public String toString() {
        return "%s, %s with %s, %s, %s"
                .formatted(
                        counted(topics, "topic"),
                        counted(queues, "queue"),
                        counted(messages, "message"),
                        counted(tables, "table"),
                        counted(mails, "mail"));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
