package dev.fanout.scenarios.simulate.traffic;

import dev.fanout.events.AnomalyKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Lets a view that is to be out of order change places with the next one of its host. No view changes places twice, so
 * each exchange makes exactly one arrival whose number is below one before it.
 *
 * <p>Only the numbers change places: the times would look late or early, where a host's views are far apart.
 */
final class Shuffle {
    private Shuffle() {}

    static void apply(List<SentView> views) {
        var places = new HashMap<String, List<Integer>>();
        for (int i = 0; i < views.size(); i++)
            places.computeIfAbsent(views.get(i).host(), _ -> new ArrayList<>()).add(i);
        places.values().forEach(ofHost -> apply(views, ofHost));
    }

    private static void apply(List<SentView> views, List<Integer> ofHost) {
        for (int k = 0; k < ofHost.size(); k++) {
            var place = ofHost.get(k);
            if (!views.get(place).is(AnomalyKind.OUT_OF_ORDER)) continue;
            var last = k == ofHost.size() - 1;
            if (last || views.get(ofHost.get(k + 1)).is(AnomalyKind.OUT_OF_ORDER))
                views.set(place, views.get(place).because(null));
            else exchange(views, place, ofHost.get(++k));
        }
    }

    private static void exchange(List<SentView> views, int one, int other) {
        var sequence = views.get(one).sequence();
        views.set(one, views.get(one).numbered(views.get(other).sequence()));
        views.set(other, views.get(other).numbered(sequence));
    }
}
