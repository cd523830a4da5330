package dev.fanout.auditor.vote;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.IntStream;
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
        var ofThree = new LongAdder();
        var without = new LongAdder();
        var seen = new EnumMap<Fault, Integer>(Fault.class);
        for (var seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            var history = History.random(seed);
            seen.merge(history.fault(), 1, Integer::sum);
            for (var station : holds(history, TestSeal::new).honest())
                station.finals.values().forEach(verdict -> (verdict.leftOut().isPresent() ? without : ofThree).increment());
        }
        System.out.printf("%,d histories in %.1f s: %s; %s verdicts of three, %s without a liar%n",
                HISTORIES, (System.nanoTime() - began) / 1e9, seen, ofThree, without);
    }

    @Test
    void nor_do_they_with_real_signatures() {
        var keys = new TestKeys("a", "b", "c");
        for (var seed = FIRST; seed < FIRST + Math.max(1, HISTORIES / 200); seed++) holds(History.random(seed), keys::seal);
    }

    private static World holds(History history, Function<String, Seal> seals) {
        try {
            return new World(history, seals, _ -> { }).run();
        } catch (AssertionError | RuntimeException e) {
            var small = new Shrinker(smaller -> fails(smaller, seals)).shrink(history);
            return fail(inWords(small, seals), e);
        }
    }

    private static boolean fails(History history, Function<String, Seal> seals) {
        try {
            new World(history, seals, _ -> { }).run();
            return false;
        } catch (AssertionError | RuntimeException e) {
            return true;
        }
    }

    private static String inWords(History history, Function<String, Seal> seals) {
        var words = new ArrayList<String>();
        words.add("Seed %d, made smaller: %s is %s".formatted(
                history.seed(), "abc".charAt(history.faulty()), history.fault()));
        history.events().forEach(held -> words.add("window %d, event %.6s of %s, held by %s".formatted(
                held.window(), held.event().eventId(), held.event().hostId(), holders(held))));
        try {
            new World(history, seals, happened -> words.add(happened.toString())).run();
        } catch (AssertionError | RuntimeException e) {
            words.add(e.toString());
        }
        return String.join("\n", words);
    }

    private static List<String> holders(History.Held held) {
        return IntStream.rangeClosed(0, History.TWIN).filter(held::by)
                .mapToObj(station -> "abcx".substring(station, station + 1)).toList();
    }
}
