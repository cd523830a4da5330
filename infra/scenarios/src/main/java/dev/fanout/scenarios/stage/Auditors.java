package dev.fanout.scenarios.stage;

import dev.fanout.events.ViewRecorded;
import dev.fanout.scenarios.produce.MessageSink;
import dev.fanout.scenarios.produce.SendRate;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The three auditors of the suite and the topic that they hear, under one prefix. */
public final class Auditors {
    private final Environment environment;
    private final MessageSink topic;
    private final Map<String, ServiceProcess> processes = new TreeMap<>();

    Auditors(ScenarioContext context, Environment environment) {
        this.environment = environment;
        this.topic = environment.topic(Fanout.VIEW_EVENTS);
        for (var auditor : topology().services())
            processes.put(auditor.name(), new ServiceProcess(context, environment, auditor));
    }

    static Topology topology() {
        return new Topology(Fanout.TOPOLOGY.voters(), Fanout.TOPOLOGY.shared());
    }

    public List<String> names() {
        return List.copyOf(processes.keySet());
    }

    public ServiceProcess process(String auditor) {
        var process = processes.get(auditor);
        if (process == null) throw new IllegalArgumentException("there is no " + auditor);
        return process;
    }

    /** @param more settings, without the dashes */
    public void begin(String auditor, String... more) throws InterruptedException {
        process(auditor).begin(Stream.concat(vote(), Stream.of(more)).toArray(String[]::new));
    }

    private Stream<String> vote() {
        var peers = processes.values().stream()
                .map(process -> "localhost:" + process.port())
                .collect(Collectors.joining(","));
        return Stream.of(
                "fanout.auditor.vote.peers=" + peers,
                "fanout.auditor.vote.keys=" + environment.folder().resolve("keys"));
    }

    public void send(List<ViewRecorded> views) throws InterruptedException {
        environment.send(topic, views, new SendRate(0, MessageSink.MAX_BATCH), _ -> {});
    }
}
