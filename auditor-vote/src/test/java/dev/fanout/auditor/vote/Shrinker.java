package dev.fanout.auditor.vote;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Leaves out of a failing history what it fails without. */
final class Shrinker {
    /** Small enough is enough: somebody is waiting. */
    private static final int TRIES = 1_000;

    private final Predicate<History> fails;
    private int tries;

    Shrinker(Predicate<History> fails) {
        this.fails = history -> tries++ < TRIES && fails.test(history);
    }

    History shrink(History failing) {
        if (fails.test(failing.calmly())) failing = failing.calmly();
        while (failing.windows() > 1 && fails.test(failing.withWindows(failing.windows() - 1)))
            failing = failing.withWindows(failing.windows() - 1);
        for (var before = Integer.MAX_VALUE; size(failing) < before; ) {
            before = size(failing);
            failing = fewer(failing, failing.steps(), failing::withSteps);
            failing = fewer(failing, failing.events(), failing::withEvents);
        }
        return failing;
    }

    private <T> History fewer(History failing, List<T> parts, Function<List<T>, History> with) {
        for (var chunk = Math.max(1, parts.size() / 2); ; chunk /= 2) {
            for (var from = 0; from < parts.size(); ) {
                var rest = new ArrayList<>(parts.subList(0, from));
                rest.addAll(parts.subList(Math.min(from + chunk, parts.size()), parts.size()));
                var candidate = with.apply(rest);
                if (fails.test(candidate)) {
                    failing = candidate;
                    parts = rest;
                } else from += chunk;
            }
            if (chunk <= 1) return failing;
        }
    }

    private static int size(History history) {
        return history.steps().size() + history.events().size();
    }
}
