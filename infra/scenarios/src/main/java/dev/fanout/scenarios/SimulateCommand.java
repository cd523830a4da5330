package dev.fanout.scenarios;

import dev.fanout.cli.console.Help;
import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.rest.Hosts;
import dev.fanout.cli.rest.Rest;
import dev.fanout.cli.rest.RestFailed;
import dev.fanout.scenarios.aws.AwsClients;
import dev.fanout.scenarios.aws.AwsEnvironment;
import dev.fanout.scenarios.produce.MessageSinks;
import dev.fanout.scenarios.produce.ProducingFailed;
import dev.fanout.scenarios.produce.Progress;
import dev.fanout.scenarios.simulate.SimulationRun;
import dev.fanout.scenarios.simulate.SimulationRun.Wishes;
import dev.fanout.scenarios.simulate.traffic.RunId;
import dev.fanout.scenarios.simulate.traffic.TrafficRecording;
import dev.fanout.topology.Fanout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** Lets hosts show contents with ads. */
@Command(
        name = "simulate",
        description = {
            "Lets hosts show contents with ads and publish a view for each, clean or disturbed.",
            "Clean traffic goes through the publisher to view-events.fifo. Disturbed traffic goes to the topic",
            "view-events-chaos, where nothing is deduplicated, at what AWS_ENDPOINT_URL names or else at the local",
            "stack that ./fanout up starts. The same seed makes the same traffic.",
            "With --check, exit code 0 when the observers found all of it and nothing else."
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private final Help help = new Help();

    @Mixin
    private final Hosts hosts = new Hosts();

    @Mixin
    private final SimulateOptions options = new SimulateOptions();

    @Option(names = "--seed", description = "Makes the traffic repeatable; the summary names the one that was used")
    private @Nullable Long seed;

    @Option(names = "--run", paramLabel = "NAME", description = "Begins the names of the hosts; a new one by default")
    private @Nullable String run;

    @Option(names = "--both", description = "To both topics, and what the FIFO topic hides")
    private boolean both;

    @Option(names = "--record", paramLabel = "FILE", description = "Writes down what is sent")
    private @Nullable Path record;

    @Option(names = "--replay", paramLabel = "FILE", description = "Sends what was written down")
    private @Nullable Path replay;

    @Option(names = "--check", description = "Compares what was injected with what the observers report")
    private boolean check;

    @Option(names = "--order-slack", paramLabel = "SHARE", defaultValue = "0",
            description = "How much of a host's views may be out of order by SNS's doing, on the standard topic; "
                    + "${DEFAULT-VALUE} by default")
    private double orderSlack;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "60",
            description = "How long the observers may take in the end; ${DEFAULT-VALUE} by default")
    private int timeout;

    @Override
    public Integer call() throws InterruptedException {
        validate();
        try {
            var recording = recording();
            if (record != null) recording.write(record);
            return perform(recording) || !check ? 0 : 1;
        } catch (ProducingFailed | RestFailed | TrafficRecording.Unusable e) {
            System.err.println("simulate: " + e.getMessage());
        } catch (SdkException | CompletionException e) {
            var reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            System.err.println("simulate: AWS does not answer: " + reason);
        }
        return 1;
    }

    private void validate() {
        options.validate(this::require);
        require(run == null || run.matches("[A-Za-z0-9._-]{1,50}"),
                "--run must be 1 to 50 letters, digits, dots, _ or -");
        require(orderSlack >= 0 && orderSlack <= 1, "--order-slack must be a share, 0 to 1");
        require(timeout >= 1, "--timeout must be at least 1");
        if (replay == null) return;
        require(record == null, "--record or --replay, not both");
        SimulateOptions.NAMES.forEach(name -> require(
                !command.commandLine().getParseResult().hasMatchedOption(name),
                "--replay says what is sent: no %s beside it".formatted(name)));
    }

    private void require(boolean holds, String rule) {
        if (!holds) throw new ParameterException(command.commandLine(), rule);
    }

    private boolean perform(TrafficRecording recording) throws InterruptedException {
        try (var aws = AwsClients.askingOnce(AwsEnvironment.of(System.getenv(), ProduceCommand.LOCAL_STACK))) {
            var chaos = new MessageSinks(aws);
            var simulation = new SimulationRun(
                    new Rest(hosts::of), () -> chaos.topic(Fanout.VIEW_EVENTS_CHAOS.name()),
                    Terminal.standard(), Progress.standard());
            var wishes = new Wishes(both, check || both, orderSlack, Duration.ofSeconds(timeout));
            return simulation.play(recording, wishes);
        }
    }

    private TrafficRecording recording() {
        var name = run == null ? UUID.randomUUID().toString().substring(0, 6) : run;
        if (replay != null) return TrafficRecording.read(replay).as(name);
        var chosen = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
        return new TrafficRecording(new RunId(name, chosen), options.plan(chosen).traffic());
    }
}
