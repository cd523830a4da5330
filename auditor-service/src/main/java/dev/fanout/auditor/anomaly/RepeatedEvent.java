package dev.fanout.auditor.anomaly;

/** @param times that an event was sent beyond the first */
public record RepeatedEvent(long times) {
    public static final RepeatedEvent NEVER = new RepeatedEvent(0);

    public RepeatedEvent onceMore() {
        return new RepeatedEvent(times + 1);
    }
}
