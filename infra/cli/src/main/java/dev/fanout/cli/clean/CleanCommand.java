package dev.fanout.cli.clean;

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

/** Deletes a deployment. Nothing of the SDK is named here: see the pom. */
@Command(
        name = "clean",
        description = {
            "Deletes what the topology has under a prefix: subscriptions, topics, queues",
            "and tables, with all that is in them. Lists them, asks, deletes, and looks",
            "whether anything is left."
        })
public final class CleanCommand implements Callable<Integer> {
    @Mixin
    private final Help help = new Help();

    @Mixin
    private final AwsEndpointOption where = new AwsEndpointOption();

    @Option(
            names = "--prefix",
            paramLabel = "P",
            required = true,
            converter = PrefixConverter.class,
            description = "What the names begin with; '' for those without a prefix, as ./fanout up makes them")
    private Prefix prefix = new Prefix("");

    @Option(names = "--yes", description = "Do not ask")
    private boolean yes;

    @Override
    public Integer call() {
        var place = where.where(System.getenv());
        var consent = yes ? Consent.GIVEN : Consent.asked(System.console());
        return Clean.run(Fanout.TOPOLOGY, prefix, place, consent, Terminal.standard());
    }
}
