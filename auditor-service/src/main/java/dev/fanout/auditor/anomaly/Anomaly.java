package dev.fanout.auditor.anomaly;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanout.events.AnomalyKind;
import dev.fanout.messaging.listing.Ranked;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What looks wrong about a host.
 *
 * @param examples event ids, or what else shows it
 * @param window its start, where windows were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Anomaly(String kind, String hostId, long count, List<String> examples, @Nullable Instant window)
        implements Ranked {
    public static final Comparator<Anomaly> WORST_FIRST = Comparator.comparing(Anomaly::kind)
            .thenComparing(Comparator.comparingLong(Anomaly::count).reversed())
            .thenComparing(Anomaly::hostId);

    Anomaly(AnomalyKind kind, String hostId, long count, List<String> examples) {
        this(kind.wireName(), hostId, count, examples, null);
    }

    Anomaly in(Instant start) {
        return new Anomaly(kind, hostId, count, examples, start);
    }

    public AnomalyKind of() {
        return AnomalyKind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    @Override
    public String name() {
        return hostId;
    }

    @Override
    public long size() {
        return count;
    }
}
