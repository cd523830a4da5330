package dev.fanout.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands refuse before they do anything. */
class CommandsTest {
    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            produce                                                  | --topic
            produce --topic a --queue b                              | mutually exclusive
            produce --topic a --n 0                                  | --n must be at least 1
            produce --topic a --n ten                                | 'ten' is not an int
            produce --topic a --rate -1                              | --rate must not be negative
            produce --topic a --batch-size 11                        | --batch-size must be 1 to 10
            produce --topic a --batch-size 0                         | --batch-size must be 1 to 10
            produce --topic a --n 5 --poison-count 6                 | --poison-count must be 0 to --n, which is 5
            produce --topic a --poison-every 0                       | --poison-every must be at least 1
            produce --topic a --poison-every 2 --poison-count 2      | mutually exclusive
            produce --topic a --duplicates -1                        | --duplicates must not be negative
            scenario                                                 | which scenario? There are happy, crash,
            scenario sunshine                                        | there is no scenario 'sunshine', only happy, crash
            scenario happy sunshine                                  | there is no scenario 'sunshine', only happy, crash
            scenario --all happy                                     | --all or names, not both
            scenario happy --count 0                                 | --count must be at least 1
            scenario happy --batch-size 11                           | --batch-size must be 1 to 10
            simulate --hosts 0                                       | --hosts must be 1 to 1000
            simulate --hosts many                                    | 'many' is not an int
            simulate --skew -1                                       | --skew must be 0 to 10
            simulate --rate 0                                        | --rate must be above 0
            simulate --rate NaN                                      | --rate must be above 0
            simulate --duration 0                                    | --duration must be at least 1
            simulate --rate 5000 --duration 60                       | must be 1 to 200000 views
            simulate --rate 0.1 --duration 1                         | must be 1 to 200000 views
            simulate --duplicates 1.5                                | --duplicates must be a share, 0 to 1
            simulate --late -0.1                                     | --late must be a share, 0 to 1
            simulate --future two                                    | 'two' is not a double
            simulate --late 0.6 --gaps 0.5                           | the shares must be at most 1 together
            simulate --spike host-1                                  | --spike
            simulate --spike host-11=5                               | there is no 'host-11', only host-1 to host-10
            simulate --spike film-1=5                                | there is no 'film-1', only host-1 to host-10
            simulate --spike host-1=0                                | --spike: the rate of host-1 must be above 0
            simulate --run a/b                                       | --run must be 1 to 50 letters
            simulate --order-slack 2                                 | --order-slack must be a share, 0 to 1
            simulate --timeout 0                                     | --timeout must be at least 1
            simulate --record a --replay b                           | --record or --replay, not both
            simulate --replay b --rate 5                             | --replay says what is sent: no --rate beside it
            simulate --replay b --spike host-1=5                     | --replay says what is sent: no --spike beside it
            """)
    void nonsense_is_refused_with_the_rule(String line, String rule) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(errors.toString().lines()).singleElement().asString().contains(rule);
    }

    @Test
    void the_script_knows_every_command() throws IOException {
        var script = Files.readString(Path.of("../../fanout"));
        for (var command : ScenariosMain.commandLine().getSubcommands().keySet()) {
            assertThat(script).as("its help").containsPattern("(?m)^  " + command + "  ");
            assertThat(script).as("its case").containsPattern("(?m)^  ([a-z]+ . )*" + command + "( . [a-z]+)*[)] ;;$");
        }
    }

    @Test
    void a_replay_without_a_file_is_a_line_and_no_trace() {
        var error = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(run("simulate --replay /nowhere/run.jsonl")).isEqualTo(1);
        } finally {
            System.setErr(error);
        }
        assertThat(said.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("simulate: there is no file /nowhere/run.jsonl");
    }

    @Test
    void every_scenario_is_explained() throws IOException {
        var page = Files.readString(Path.of("../../docs/scenarios.md"));
        for (var scenario : ScenarioCatalog.all())
            assertThat(page).contains("\n## " + scenario.name() + "\n");
    }

    private int run(String line) {
        return ScenariosMain.commandLine().setErr(new PrintWriter(errors)).execute(line.strip().split(" +"));
    }
}
