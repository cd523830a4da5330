package dev.fanout.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SoakCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"--minutes=0", "--minutes=long", "--rate=-1", "--rate=NaN", "--kill-every=-1", "--seed=x"})
    void what_makes_no_sense_is_refused_before_anything_is_sent(String option) {
        var errors = new StringWriter();
        var command = new CommandLine(new SoakCommand()).setErr(new PrintWriter(errors));
        assertThat(command.execute(option)).isEqualTo(2);
        assertThat(errors.toString()).contains(option.substring(0, option.indexOf('=')));
    }

    @Test
    void where_no_up_of_this_checkout_runs_there_is_nobody_that_it_may_kill() {
        assertThat(new CommandLine(new SoakCommand()).execute("--kill-every=1")).isEqualTo(1);
    }
}
