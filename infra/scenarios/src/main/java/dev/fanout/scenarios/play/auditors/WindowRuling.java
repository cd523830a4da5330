package dev.fanout.scenarios.play.auditors;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one auditor says about one window.
 *
 * @param window its start
 * @param auditors whom it has compared
 */
record WindowRuling(
        Instant window,
        String standing,
        List<String> auditors,
        @Nullable String leftOut,
        @Nullable Instant closedAt,
        @Nullable Instant decidedAt,
        long bytesExchanged,
        List<Host> hosts,
        long disputedCount,
        List<Disputed> disputed,
        long missedCount,
        List<Missed> missed) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Host(String hostId, long reconciled, Map<String, Long> claimed, @Nullable Long majority) {}

    record Disputed(String eventId, String hostId, String holder) {}

    record Missed(String eventId, String hostId, String auditor) {}

    private record All(List<WindowRuling> verdicts) {}

    /** As an auditor answers {@code /verdicts}. */
    static List<WindowRuling> read(String json) {
        return JSON.readValue(json, All.class).verdicts();
    }

    boolean isFinal() {
        return standing.equals("final");
    }

    boolean isProvisional() {
        return standing.equals("provisional");
    }

    /** Without what is each auditor's own: when it closed the window, when it knew, how much was said. */
    WindowRuling substance() {
        return new WindowRuling(
                window, standing, auditors, leftOut, null, null, 0, hosts, disputedCount, disputed, missedCount,
                missed);
    }

    long reconciled() {
        return hosts.stream().mapToLong(Host::reconciled).sum();
    }

    long claimedBy(String auditor) {
        return hosts.stream().mapToLong(host -> host.claimed().getOrDefault(auditor, 0L)).sum();
    }
}
