package dev.fanout.scenarios.produce;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Which pieces their worker chokes on. */
public sealed interface PoisonSelector {
    PoisonSelector NONE = new Count(0);

    /** Places, from 0. */
    Set<Integer> among(int pieces, Random random);

    /** So many, by chance. */
    record Count(int count) implements PoisonSelector {
        @Override
        public Set<Integer> among(int pieces, Random random) {
            var places = new ArrayList<>(IntStream.range(0, pieces).boxed().toList());
            Collections.shuffle(places, random);
            return Set.copyOf(places.subList(0, Math.min(count, pieces)));
        }
    }

    /** The Nth, and then each Nth. */
    record Every(int n) implements PoisonSelector {
        @Override
        public Set<Integer> among(int pieces, Random random) {
            return IntStream.range(0, pieces).filter(place -> (place + 1) % n == 0).boxed().collect(toSet());
        }
    }
}
