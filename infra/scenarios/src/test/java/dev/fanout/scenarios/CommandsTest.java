package dev.fanout.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.scenarios.play.Playbill;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
    void every_scenario_is_explained() throws IOException {
        var page = Files.readString(Path.of("../../docs/scenarios.md"));
        for (var scenario : Playbill.all())
            assertThat(page).contains("\n## " + scenario.name() + "\n");
    }

    private int run(String line) {
        return ScenariosMain.commandLine().setErr(new PrintWriter(errors)).execute(line.strip().split(" +"));
    }
}
