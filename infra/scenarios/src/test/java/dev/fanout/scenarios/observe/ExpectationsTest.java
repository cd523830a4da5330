package dev.fanout.scenarios.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
    private final Terminal plain = new Terminal(new PrintStream(new ByteArrayOutputStream()), false);

    @Test
    void they_hold_when_every_row_does() {
        var expectations = new Expectations()
                .same("a", 3, 3L)
                .same("b", Set.of("x"), Set.of("x"))
                .atLeast("c", 1, 1)
                .atMost("d", 2, 1);
        assertThat(expectations.hold()).isTrue();
        assertThat(expectations.lines(plain)).noneMatch(line -> line.contains("DIFFERS"));
    }

    @Test
    void one_row_that_differs_is_enough_and_is_marked() {
        var expectations = new Expectations().same("right", 1, 1).atLeast("too few", 2, 1).same("right too", 1, 1);
        assertThat(expectations.hold()).isFalse();
        assertThat(expectations.lines(plain)).filteredOn(line -> line.contains("DIFFERS")).singleElement().asString()
                .contains("too few", "at least 2", "1");
    }

    @Test
    void one_too_many_differs() {
        assertThat(new Expectations().atMost("in hand", 2, 3).hold()).isFalse();
        assertThat(new Expectations().same("done", 2, 3).hold()).isFalse();
    }
}
