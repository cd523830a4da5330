package dev.fanout.scenarios.simulate;

import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.rest.Rest;
import dev.fanout.scenarios.produce.MessageSink;
import dev.fanout.scenarios.produce.ProducingFailed;
import dev.fanout.scenarios.produce.Progress;
import dev.fanout.scenarios.produce.PublisherSink;
import dev.fanout.scenarios.simulate.Simulation.Delivered;
import dev.fanout.scenarios.simulate.observe.Expectation;
import dev.fanout.scenarios.simulate.observe.Observer;
import dev.fanout.scenarios.simulate.observe.ObserverCheck;
import dev.fanout.scenarios.simulate.traffic.GroundTruth;
import dev.fanout.scenarios.simulate.traffic.SimulatedTraffic;
import dev.fanout.scenarios.simulate.traffic.TrafficRecording;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import dev.fanout.topology.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One run from the first message to the last word on it.
 *
 * @param chaos finds the topic of disturbed traffic
 */
public record SimulationRun(Rest rest, Supplier<MessageSink> chaos, Terminal terminal, Progress progress) {

    /**
     * What is wanted of it.
     *
     * @param both to both topics, and not only where such traffic belongs
     * @param ask whether the observers are asked in the end
     */
    public record Wishes(boolean both, boolean ask, double orderSlack, Duration patience) {}

    /** Whether the observers that were asked are right. */
    public boolean play(TrafficRecording recording, Wishes wishes) throws InterruptedException {
        var run = recording.run();
        var traffic = recording.traffic();
        var topics = topics(traffic, wishes);
        topics.forEach(topic -> requireReady(topic, wishes));
        var targets = topics.stream().map(this::target).toList();
        var output = new SimulationOutput(run, GroundTruth.of(traffic));
        terminal.line(output.begin(traffic));
        var delivered = new Simulation(run, traffic, progress).send(targets);
        delivered.forEach(each -> terminal.line(output.delivered(each, traffic)));
        terminal.lines(output.injected());
        if (!wishes.ask()) return true;
        var observers = IntStream.range(0, topics.size())
                .boxed()
                .flatMap(i -> observers(topics.get(i), output.truth(), delivered.get(i), wishes))
                .toList();
        return judge(wishes, new ObserverCheck(rest, run, wishes.patience(), progress), observers, output);
    }

    private static List<Topic> topics(SimulatedTraffic traffic, Wishes wishes) {
        if (wishes.both()) return List.of(Fanout.VIEW_EVENTS, Fanout.VIEW_EVENTS_CHAOS);
        return List.of(traffic.clean() ? Fanout.VIEW_EVENTS : Fanout.VIEW_EVENTS_CHAOS);
    }

    private Target target(Topic topic) {
        return topic.fifo()
                ? new Target(new PublisherSink(rest), PublisherSink.MAX_BATCH, true)
                : new Target(chaos.get(), MessageSink.MAX_BATCH, false);
    }

    private void requireReady(Topic topic, Wishes wishes) {
        var needed = new ArrayList<String>();
        if (topic.fifo()) needed.add("publisher");
        if (wishes.ask()) needed.addAll(auditorsOf(topic));
        for (var service : needed)
            if (!rest.isReady(service)) throw new ProducingFailed(service + " is running, but not ready");
    }

    private static Stream<Observer> observers(Topic topic, GroundTruth truth, Delivered delivered, Wishes wishes) {
        var expected = topic.fifo()
                ? Expectation.fifo(truth, delivered.doubts())
                : Expectation.standard(truth, wishes.orderSlack(), delivered.doubts());
        return auditorsOf(topic).stream().map(name -> new Observer(name, expected));
    }

    /** All that are built from the auditor and hear it. */
    private static List<String> auditorsOf(Topic topic) {
        return Fanout.TOPOLOGY.services().stream()
                .filter(service -> service.module().equals("auditor-service"))
                .filter(service -> service.subscriptions().stream().anyMatch(heard -> heard.topic().equals(topic)))
                .map(Service::name)
                .toList();
    }

    private boolean judge(Wishes wishes, ObserverCheck check, List<Observer> observers, SimulationOutput output)
            throws InterruptedException {
        var outcome = check.ask(observers);
        progress.end();
        terminal.line("");
        terminal.lines(output.found(outcome.reports()));
        terminal.lines(output.verdict(outcome.differences(), wishes.orderSlack()));
        return outcome.differences().isEmpty();
    }
}
