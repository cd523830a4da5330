package dev.fanout.auditor.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a vote costs: a window of 10,000 events of twenty hosts, real keys. */
class FiguresTest {
    private static final int EVENTS = 10_000;

    @ParameterizedTest
    @CsvSource({"0, 5", "10, 100", "1000, 2500"})
    void bytes_of_a_window(int differences, int kilobytes) {
        var keys = new TestKeys("a", "b", "c");
        var three = new Three(keys::seal);
        for (var number = 0; number < EVENTS; number++) {
            var event = List.of(TestLedger.event(number, "host-" + number % 20));
            for (var name : Three.NAMES) if (!misses(name, number, differences)) three.ledger(name).holds(1, event);
        }
        three.close(1);
        var sent = new ArrayList<Output.Send>();
        for (var name : Three.NAMES) sent.addAll(three.told(name, Output.Send.class));
        var bytes = sent.stream().mapToInt(send -> send.message().length).sum();
        System.out.printf("%,d events, %,d missed by one auditor each: %,d bytes in %,d messages of all three together, %d one-way delays%n",
                EVENTS, differences, bytes, sent.size(), three.rounds);
        assertThat(three.verdict("a").missed()).hasSize(differences);
        assertThat(bytes).isLessThan(kilobytes * 1_000);
    }

    private static boolean misses(String name, int number, int differences) {
        if (differences == 0) return false;
        var every = EVENTS / differences;
        return number % every == 0 && number / every % 3 == name.charAt(0) - 'a';
    }
}
