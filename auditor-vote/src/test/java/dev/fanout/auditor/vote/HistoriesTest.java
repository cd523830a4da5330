package dev.fanout.auditor.vote;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The proof of the vote, as far as running it can be one: {@code -Dfanout.histories=} says how many random histories,
 * {@code -Dfanout.seed=} which is the first.
 */
class HistoriesTest {
    private static final int HISTORIES = Integer.getInteger("fanout.histories", 10_000);
    private static final long FIRST = Long.getLong("fanout.seed", 1);

    @Test
    void honest_auditors_never_decide_differently_and_decide_everything_after_healing_and_it_is_the_truth() {
        var began = System.nanoTime();
        var seen = new EnumMap<Fault, Integer>(Fault.class);
        for (var seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            var history = History.random(seed);
            seen.merge(history.fault(), 1, Integer::sum);
            holds(history, TestSeal::new);
        }
        System.out.printf("%,d histories in %.1f s: %s%n", HISTORIES, (System.nanoTime() - began) / 1e9, seen);
    }

    @Test
    void nor_do_they_with_real_signatures() {
        var keys = new TestKeys("a", "b", "c");
        for (var seed = FIRST; seed < FIRST + Math.max(1, HISTORIES / 200); seed++) holds(History.random(seed), keys::seal);
    }

    private static void holds(History history, Function<String, Seal> seals) {
        if (whyItFails(history, seals) == null) return;
        var small = new Shrinker(smaller -> whyItFails(smaller, seals) != null).shrink(history);
        fail(inWords(small, seals));
    }

    private static @Nullable Throwable whyItFails(History history, Function<String, Seal> seals) {
        try {
            new World(history, seals).run();
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e;
        }
    }

    private static String inWords(History history, Function<String, Seal> seals) {
        var words = new ArrayList<String>();
        words.add("Seed %d, made smaller: %s is %s".formatted(
                history.seed(), "abc".charAt(history.faulty()), history.fault()));
        history.events().forEach(held -> words.add("window %d, event %.6s of %s, held by %s".formatted(
                held.window(), held.event().eventId(), held.event().hostId(), holders(held))));
        var world = new World(history, seals);
        try {
            world.run();
        } catch (AssertionError | RuntimeException e) {
            words.addAll(world.diary());
            words.add(e.toString());
        }
        return String.join("\n", words);
    }

    private static List<String> holders(History.Held held) {
        return IntStream.rangeClosed(0, History.TWIN).filter(held::by)
                .mapToObj(station -> "abcx".substring(station, station + 1)).toList();
    }
}
