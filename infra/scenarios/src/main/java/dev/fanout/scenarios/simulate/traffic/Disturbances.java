package dev.fanout.scenarios.simulate.traffic;

import dev.fanout.events.AnomalyKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong, and how often.
 *
 * @param shares of all views, 0 to 1; together at most 1, since no view suffers twice
 */
public record Disturbances(Map<AnomalyKind, Double> shares) {
    public static final Disturbances NONE = new Disturbances(Map.of());

    public Disturbances {
        shares = shares.isEmpty() ? Map.of() : new EnumMap<>(shares);
    }

    public double sum() {
        return shares.values().stream().mapToDouble(share -> share).sum();
    }

    /** What befalls the next view, if anything does. */
    @Nullable AnomalyKind next(Random random) {
        var left = random.nextDouble();
        for (var share : shares.entrySet()) {
            left -= share.getValue();
            if (left < 0) return share.getKey();
        }
        return null;
    }
}
