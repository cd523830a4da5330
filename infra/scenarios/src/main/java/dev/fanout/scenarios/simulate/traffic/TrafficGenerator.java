package dev.fanout.scenarios.simulate.traffic;

import dev.fanout.events.AnomalyKind;
import dev.fanout.topology.Catalogue;
import dev.fanout.topology.Fanout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes down who sends what, and what goes wrong with it. */
final class TrafficGenerator {
    private static final long HALF_AN_HOUR = 30 * 60;
    /** A repetition comes within the five minutes in which a FIFO topic knows it for one. */
    private static final int REPEATED_WITHIN_SECONDS = 10;
    /** What is before the first number that somebody heard is no gap, and the first that was sent may come later. */
    private static final int WITHOUT_GAPS = 10;

    private static final Catalogue CATALOGUE = Fanout.CATALOGUE;

    private final TrafficPlan plan;
    private final Random random;
    private final Map<String, Long> sequences = new HashMap<>();

    TrafficGenerator(TrafficPlan plan) {
        this.plan = plan;
        this.random = new Random(plan.seed());
    }

    List<SentView> write() {
        var shares = plan.shares();
        var views = new ArrayList<SentView>();
        for (int view = 1; view <= plan.views(); view++)
            views.add(view(view, "host-" + (1 + shares.next(random)), plan.disturbances().next(random)));
        Shuffle.apply(views);
        return withRepetitions(views);
    }

    private SentView view(int view, String host, @Nullable AnomalyKind fault) {
        var clean = new SentView(view, host, oneOf(CATALOGUE.contents()), oneOf(CATALOGUE.ads()), 0, 0, null);
        var swallowed = fault == AnomalyKind.GAP && sequences.getOrDefault(host, 0L) >= WITHOUT_GAPS ? 1 : 0;
        var sequence = sequences.merge(host, 1L + swallowed, Long::sum);
        return disturbed(clean.numbered(sequence), fault == AnomalyKind.GAP && swallowed == 0 ? null : fault);
    }

    private SentView disturbed(SentView clean, @Nullable AnomalyKind fault) {
        return switch (fault) {
            case null -> clean;
            case LATE -> clean.because(fault).claiming(-HALF_AN_HOUR);
            case FUTURE -> clean.because(fault).claiming(HALF_AN_HOUR);
            case UNKNOWN_CONTENT -> clean.because(fault).showing("fake-" + clean.view());
            case DUPLICATE, GAP, OUT_OF_ORDER -> clean.because(fault);
            case DOMINANT_HOST, UNKNOWN_AD -> throw new IllegalArgumentException(fault + " befalls no single view");
        };
    }

    private String oneOf(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private record Placed(double place, SentView sent) {}

    /** The first time nothing is wrong with a view; the second time there is. */
    private List<SentView> withRepetitions(List<SentView> views) {
        var reach = Math.clamp((long) (plan.shares().sum() * REPEATED_WITHIN_SECONDS), 1, 50);
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < views.size(); i++) {
            var view = views.get(i);
            placed.add(new Placed(i, view.is(AnomalyKind.DUPLICATE) ? view.because(null) : view));
            if (view.is(AnomalyKind.DUPLICATE)) placed.add(new Placed(i + 0.5 + random.nextInt(reach), view));
        }
        return placed.stream().sorted(Comparator.comparingDouble(Placed::place)).map(Placed::sent).toList();
    }
}
