package dev.fanout.scenarios;

import dev.fanout.cli.console.Help;
import dev.fanout.cli.console.Table;
import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.up.process.Installation;
import dev.fanout.scenarios.produce.MessageSink;
import dev.fanout.scenarios.stage.Programs;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioOptions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays scenarios. */
@Command(
        name = "scenario",
        description = {
            "Lets something go wrong, and prints what was expected beside what was observed.",
            "Runs against what AWS_ENDPOINT_URL names, or against a local stack of its own.",
            "Exit code 0 when all holds."
        })
final class ScenarioCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private final Help help = new Help();

    // as text: a name that a converter refuses is, for picocli, just one argument too many
    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which; see --list")
    private List<String> names = List.of();

    @Option(names = "--list", description = "Say which scenarios there are, and what each shows")
    private boolean list;

    @Option(names = "--all", description = "All but backpressure, one after the other")
    private boolean all;

    @Option(names = "--count", description = "How many messages; each scenario has a number of its own")
    private @Nullable Integer count;

    @Option(names = "--batch-size", defaultValue = "10",
            description = "Messages sent in one call, 1 to 10; 10 by default")
    private int batchSize;

    @Option(names = "--max", defaultValue = "4",
            description = "How many consumers backpressure may start; 4 by default")
    private int max;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "90",
            description = "How long one step may take; ${DEFAULT-VALUE} by default")
    private int timeout;

    @Option(names = "--keep", description = "Leave names, logs and the local stack as they are in the end")
    private boolean keep;

    @Override
    public Integer call() throws InterruptedException {
        var terminal = Terminal.standard();
        if (list) {
            var table = new Table("scenario", "shows");
            ScenarioCatalog.all().forEach(scenario -> table.row(scenario.name(), scenario.shows()));
            terminal.lines(table.lines());
            return 0;
        }
        validate();
        var scenarios = all ? ScenarioCatalog.QUICK : names.stream().map(this::named).toList();
        var programs = new Programs(Installation.current(), terminal);
        try (var runner = new ScenarioRunner(programs, conditions(), terminal, System.getenv())) {
            Runtime.getRuntime().addShutdownHook(new Thread(runner::close));
            return runner.play(scenarios) ? 0 : 1;
        }
    }

    private void validate() {
        require(all || !names.isEmpty(), "which scenario? There are " + ScenarioCatalog.names());
        require(!all || names.isEmpty(), "--all or names, not both");
        require(count == null || count >= 1, "--count must be at least 1");
        require(batchSize >= 1 && batchSize <= MessageSink.MAX_BATCH,
                "--batch-size must be 1 to " + MessageSink.MAX_BATCH);
        require(max >= 2, "--max must be at least 2");
        require(timeout >= 1, "--timeout must be at least 1");
    }

    private void require(boolean holds, String rule) {
        if (!holds) throw new ParameterException(command.commandLine(), rule);
    }

    private ScenarioOptions conditions() {
        var chosen = count == null ? OptionalInt.empty() : OptionalInt.of(count);
        return new ScenarioOptions(chosen, batchSize, keep, max, Duration.ofSeconds(timeout));
    }

    private Scenario named(String name) {
        return ScenarioCatalog.named(name).orElseThrow(() -> new ParameterException(
                command.commandLine(), "there is no scenario '%s', only %s".formatted(name, ScenarioCatalog.names())));
    }
}
