package dev.fanout.cli.validate;

import dev.fanout.cli.aws.AwsEndpointOption;
import dev.fanout.cli.aws.PrefixConverter;
import dev.fanout.cli.console.Help;
import dev.fanout.cli.console.Terminal;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Prefix;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the topology with what is there. Nothing of the SDK is named here: see the pom. */
@Command(
        name = "validate",
        description = {
            "Checks that all topics, queues, subscriptions and tables are there, with the",
            "right attributes, and names what is missing or different. Changes nothing."
        })
public final class ValidateCommand implements Callable<Integer> {
    @Mixin
    private final Help help = new Help();

    @Mixin
    private final AwsEndpointOption where = new AwsEndpointOption();

    @Option(
            names = "--prefix",
            paramLabel = "P",
            converter = PrefixConverter.class,
            description = "What the names begin with (fanout.prefix of the services); nothing if not given")
    private Prefix prefix = new Prefix("");

    @Override
    public Integer call() {
        return Validation.run(Fanout.TOPOLOGY, prefix, where.where(System.getenv()), Terminal.standard());
    }
}
