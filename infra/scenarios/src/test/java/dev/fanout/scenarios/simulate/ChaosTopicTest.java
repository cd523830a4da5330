package dev.fanout.scenarios.simulate;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.EventCodec;
import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.aws.QueueProvisioner;
import dev.fanout.scenarios.aws.AwsClients;
import dev.fanout.scenarios.aws.AwsEnvironment;
import dev.fanout.scenarios.produce.MessageSinks;
import dev.fanout.scenarios.produce.Progress;
import dev.fanout.scenarios.simulate.observe.Comparison;
import dev.fanout.scenarios.simulate.observe.Expectation;
import dev.fanout.scenarios.simulate.observe.ObserverReport;
import dev.fanout.scenarios.simulate.traffic.Disturbances;
import dev.fanout.scenarios.simulate.traffic.GroundTruth;
import dev.fanout.scenarios.simulate.traffic.Plans;
import dev.fanout.scenarios.simulate.traffic.RunId;
import dev.fanout.scenarios.simulate.traffic.TrafficPlan;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Topology;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** Disturbed traffic on a real topic, and what comes out of chaos-observer's queue. */
@Needs
class ChaosTopicTest {
    private final FanoutStack stack = FanoutStack.get();
    private final Naming naming = new Naming(stack.uniquePrefix());
    private final List<ViewRecorded> arrived = new ArrayList<>();
    private final Set<String> messages = new HashSet<>();

    @Test
    void everything_arrives_as_it_was_sent_repetitions_included() throws Exception {
        var traffic = new TrafficPlan(5, 1, 200, 1, Map.of(), new Disturbances(Plans.ALL), 21).traffic();
        try (var aws = AwsClients.askingOnce(AwsEnvironment.local(stack.endpoint()))) {
            var observer = Fanout.TOPOLOGY.service("chaos-observer").orElseThrow();
            new QueueProvisioner(aws.sqs(), aws.sns(), naming)
                    .provision(new Topology(List.of(observer), List.of()));
            var topic = new MessageSinks(aws).topic(naming.physical(Fanout.VIEW_EVENTS_CHAOS.name()));
            var delivered = new Simulation(new RunId("r", 21), traffic, nobodyLooks())
                    .send(List.of(new Target(topic, 10, false)));
            assertThat(delivered.getFirst().failures()).isZero();
            var queue = naming.physical(observer.subscriptions().getFirst().queue());
            var url = stack.sqs().getQueueUrl(get -> get.queueName(queue)).queueUrl();
            eventually(() -> assertThat(receive(url)).hasSameSizeAs(traffic.sendings()));
        }
        var heard = new IdealObserver();
        arrived.forEach(view -> heard.hear(view, Instant.now()));
        var expected = Expectation.standard(GroundTruth.of(traffic), 0.05, Map.of());
        assertThat(Comparison.of(expected, reported(heard))).isEmpty();
    }

    private List<ViewRecorded> receive(String url) {
        stack.sqs().receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                .messages()
                .forEach(message -> arrive(message, url));
        return arrived;
    }

    private void arrive(Message message, String url) {
        if (messages.add(message.messageId())) arrived.add((ViewRecorded) new EventCodec().read(message.body()));
        stack.sqs().deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    private static ObserverReport reported(IdealObserver heard) {
        var run = new RunId("r", 21);
        var views = new HashMap<String, Long>();
        heard.views().forEach((id, count) -> views.put(run.hostOf(id).orElseThrow(), count));
        var anomalies = new HashMap<String, Map<String, Long>>();
        heard.anomalies().forEach((id, counts) -> {
            var named = new HashMap<String, Long>();
            counts.forEach((kind, count) -> named.put(kind.wireName(), count));
            anomalies.put(run.hostOf(id).orElseThrow(), named);
        });
        return new ObserverReport("test", 1_000_000, views, anomalies);
    }

    private static Progress nobodyLooks() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    }
}
