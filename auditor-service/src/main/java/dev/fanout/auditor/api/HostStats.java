package dev.fanout.auditor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanout.auditor.anomaly.Anomaly;
import dev.fanout.auditor.anomaly.Gap;
import dev.fanout.auditor.anomaly.HostProfile;
import dev.fanout.auditor.anomaly.Share;
import dev.fanout.events.AnomalyKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One host, closely.
 *
 * @param highestSequence that came, where the host counts its views
 * @param gaps the last that are remembered, the lowest first
 * @param repeated the views that it sent most often again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HostStats(
        String auditor,
        String hostId,
        long views,
        double share,
        List<Anomaly> anomalies,
        @Nullable Long highestSequence,
        List<String> gaps,
        List<Repetition> repeated) {

    /** @param times beyond the first */
    record Repetition(String eventId, long times) {}

    static HostStats of(String auditor, HostProfile host, long allViews, List<Anomaly> anomalies) {
        var highest = host.sequence().highest();
        return new HostStats(
                auditor, host.hostId(), host.views(), Share.of(host.views(), allViews), anomalies,
                highest < 0 ? null : highest,
                host.sequence().gaps().stream().map(Gap::text).toList(),
                host.found(AnomalyKind.DUPLICATE).examples().stream()
                        .map(example -> new Repetition(example.text(), example.times()))
                        .toList());
    }
}
