package dev.fanout.scenarios;

import dev.fanout.cli.console.Help;
import dev.fanout.scenarios.aws.AwsClients;
import dev.fanout.scenarios.aws.AwsEnvironment;
import dev.fanout.scenarios.produce.MessageSink;
import dev.fanout.scenarios.produce.MessageSinks;
import dev.fanout.scenarios.produce.PoisonSelector;
import dev.fanout.scenarios.produce.Producer;
import dev.fanout.scenarios.produce.ProducingFailed;
import dev.fanout.scenarios.produce.Progress;
import dev.fanout.scenarios.produce.SendRate;
import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.topology.Fanout;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** Sends work to a topic or a queue. */
@Command(
        name = "produce",
        description = {
            "Sends work.requested events to a topic or a queue, at what AWS_ENDPOINT_URL names or else",
            "at the local stack that ./fanout up starts. The same seed makes the same ids in the same order."
        })
final class ProduceCommand implements Callable<Integer> {
    static final URI LOCAL_STACK = URI.create(Fanout.LOCAL_STACK);
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(30);

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private final Help help = new Help();

    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    @Option(names = "--n", defaultValue = "100", description = "How many pieces of work; ${DEFAULT-VALUE} by default")
    private int n;

    @Option(names = "--rate", defaultValue = "0",
            description = "Messages a second; 0, the default: as fast as possible")
    private double rate;

    @Option(names = "--batch-size", defaultValue = "10", description = "Messages in one call, 1 to 10; 10 by default")
    private int batchSize;

    @ArgGroup
    private @Nullable PoisonOption poison;

    @Option(names = "--duplicates", defaultValue = "0",
            description = "How many are sent a second time, somewhere later")
    private int duplicates;

    @Option(names = "--seed", description = "Makes the run repeatable; the summary names the one that was used")
    private @Nullable Long seed;

    static final class Target {
        @Option(names = "--topic", required = true, description = "By its name, or by its ARN")
        @Nullable String topic;

        @Option(names = "--queue", required = true, description = "By its name, or by its URL")
        @Nullable String queue;
    }

    static final class PoisonOption {
        @Option(names = "--poison-count", required = true, description = "So many that no worker can do, by chance")
        @Nullable Integer count;

        @Option(names = "--poison-every", required = true, description = "Every Nth is one that no worker can do")
        @Nullable Integer every;
    }

    @Override
    public Integer call() throws InterruptedException {
        validate();
        var plan = new WorkPlan(
                n, poison(), duplicates, 0, seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed);
        try (var aws = new AwsClients(AwsEnvironment.of(System.getenv(), LOCAL_STACK))) {
            send(plan, outlet(new MessageSinks(aws)));
            return 0;
        } catch (ProducingFailed e) {
            System.err.println("produce: " + e.getMessage());
        } catch (SdkException | CompletionException e) {
            var reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            System.err.println("produce: AWS does not answer: " + reason);
        }
        return 1;
    }

    private void validate() {
        require(n >= 1, "--n must be at least 1");
        require(rate >= 0, "--rate must not be negative");
        require(batchSize >= 1 && batchSize <= MessageSink.MAX_BATCH,
                "--batch-size must be 1 to " + MessageSink.MAX_BATCH);
        require(duplicates >= 0, "--duplicates must not be negative");
        if (poison == null) return;
        var count = poison.count;
        require(count == null || count >= 0 && count <= n, "--poison-count must be 0 to --n, which is " + n);
        require(poison.every == null || poison.every >= 1, "--poison-every must be at least 1");
    }

    private void require(boolean holds, String rule) {
        if (!holds) throw new ParameterException(command.commandLine(), rule);
    }

    private PoisonSelector poison() {
        if (poison == null) return PoisonSelector.NONE;
        if (poison.every != null) return new PoisonSelector.Every(poison.every);
        return poison.count == null ? PoisonSelector.NONE : new PoisonSelector.Count(poison.count);
    }

    private MessageSink outlet(MessageSinks sinks) {
        if (target.topic != null) return sinks.topic(target.topic);
        if (target.queue != null) return sinks.queue(target.queue);
        throw new IllegalStateException("one of them is required");
    }

    private void send(WorkPlan plan, MessageSink sink) throws InterruptedException {
        var events = plan.events(Instant.now());
        var progress = Progress.standard();
        var producer = new Producer(
                sink, new SendRate(rate, batchSize), SEND_TIMEOUT, sent -> progress.say("sent", sent, events.size()));
        var sent = producer.produce(events);
        progress.end();
        System.out.println(new ProduceSummary(plan, sink.name(), events, sent).line());
    }
}
