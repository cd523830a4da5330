package dev.fanout.scenarios.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private final Terminal plain = new Terminal(new PrintStream(new ByteArrayOutputStream()), false);

    @Test
    void they_hold_when_every_row_does() {
        var findings = new Findings()
                .same("a", 3, 3L)
                .same("b", Set.of("x"), Set.of("x"))
                .atLeast("c", 1, 1)
                .atMost("d", 2, 1);
        assertThat(findings.hold()).isTrue();
        assertThat(findings.lines(plain)).noneMatch(line -> line.contains("DIFFERS"));
    }

    @Test
    void one_row_that_differs_is_enough_and_is_marked() {
        var findings = new Findings().same("right", 1, 1).atLeast("too few", 2, 1).same("right too", 1, 1);
        assertThat(findings.hold()).isFalse();
        assertThat(findings.lines(plain)).filteredOn(line -> line.contains("DIFFERS")).singleElement().asString()
                .contains("too few", "at least 2", "1");
    }

    @Test
    void one_too_many_differs() {
        assertThat(new Findings().atMost("in hand", 2, 3).hold()).isFalse();
        assertThat(new Findings().same("done", 2, 3).hold()).isFalse();
    }
}
