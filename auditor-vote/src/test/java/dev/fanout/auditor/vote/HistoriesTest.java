package dev.fanout.auditor.vote;

import static org.assertj.core.api.Assertions.fail;

import dev.fanout.auditor.vote.message.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The proof of the vote, as far as running it can be one: {@code -Dfanout.histories=} says how many random histories
 * (CI: 10,000),
 * {@code -Dfanout.seed=} which is the first.
 */
class HistoriesTest {
    private static final int HISTORIES = Integer.getInteger("fanout.histories", 500);
    private static final long FIRST = Long.getLong("fanout.seed", 1);

    private final Map<String, Integer> seen = new ConcurrentSkipListMap<>();

    @Test
    void honest_auditors_never_decide_differently_and_decide_everything_after_healing_and_it_is_the_truth() {
        var began = System.nanoTime();
        holds(HISTORIES, TestSeal::new);
        System.out.printf("%,d histories in %.1f s: %s%n", HISTORIES, (System.nanoTime() - began) / 1e9, seen);
    }

    @Test
    void nor_do_they_with_real_signatures() {
        holds(Math.max(1, HISTORIES / 200), new TestKeys("a", "b", "c")::seal);
    }

    private void holds(int histories, Function<String, Signer> seals) {
        LongStream.range(FIRST, FIRST + histories).parallel()
                .mapToObj(History::random)
                .filter(history -> complaint(history, seals).isPresent())
                .findAny()
                .ifPresent(history -> fail(inWords(smaller(history, seals), seals)));
    }

    private History smaller(History history, Function<String, Signer> seals) {
        var complaint = complaint(history, seals);
        return new Shrinker(smaller -> complaint(smaller, seals).equals(complaint)).shrink(history);
    }

    /** What was broken, without the details that change while a history is made smaller. */
    private Optional<String> complaint(History history, Function<String, Signer> seals) {
        try {
            count(history, new World(history, seals, _ -> { }).run());
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("\\d|:.*", ""));
        }
    }

    private void count(History history, World world) {
        seen.merge(history.fault().toString(), 1, Integer::sum);
        for (var station : world.honest())
            for (var verdict : station.finals.values())
                seen.merge(verdict.leftOut().isPresent() ? "verdicts of two" : "verdicts of three", 1, Integer::sum);
        if (history.fault() == Fault.EQUIVOCATING)
            for (var verdict : world.honest().getFirst().finals.values())
                if (verdict.leftOut().isEmpty()) seen.merge("equivocations too late to matter", 1, Integer::sum);
    }

    private static String inWords(History history, Function<String, Signer> seals) {
        var words = new ArrayList<String>();
        words.add("Seed %d, made smaller: %s is %s".formatted(
                history.seed(), "abc".charAt(history.faulty()), history.fault()));
        history.events().forEach(held -> words.add("window %d, event %.6s of %s, %sheld by %s".formatted(
                held.window(), held.event().eventId(), held.event().hostId(), held.late() ? "late, " : "",
                        holders(held))));
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
