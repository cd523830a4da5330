package dev.fanout.scenarios.worker;

import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import dev.fanout.topology.Subscription;
import dev.fanout.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a worker is for. Its process reads it as settings; whoever starts the process provisions by it.
 *
 * @param source Topic that the worker listens to, and whether it does so in order.
 * @param kind Where the worker has its effect: {@code projection} in its table, {@code action} in a file.
 * @param visibility How long a received message stays invisible to others: whole seconds, 1 s to 12 h.
 * @param maxAttempts How often an event is tried before it is parked; 1 or more.
 */
@ConfigurationProperties("worker")
public record WorkerSettings(WorkerSource source, WorkerKind kind, Duration visibility, int maxAttempts) {
    private static final String WORKER = "worker";

    @ConstructorBinding
    public WorkerSettings(
            @DefaultValue("work") WorkerSource source,
            @DefaultValue("projection") WorkerKind kind,
            @DefaultValue("30s") Duration visibility,
            @DefaultValue("3") int maxAttempts) {
        this.source = source;
        this.kind = kind;
        this.visibility = visibility;
        this.maxAttempts = maxAttempts;
    }

    public static WorkerSettings of(WorkerSource source, WorkerKind kind) {
        return new WorkerSettings(source, kind, Duration.ofSeconds(30), 3);
    }

    public WorkerSettings withVisibility(Duration other) {
        return new WorkerSettings(source, kind, other, maxAttempts);
    }

    public WorkerSettings withMaxAttempts(int other) {
        return new WorkerSettings(source, kind, visibility, other);
    }

    public Subscription subscription() {
        return new Subscription(WORKER, source.topic(), source.inOrder(), Map.of(), visibility, maxAttempts);
    }

    public Service service() {
        return Service.service(WORKER, 0).from("infra/scenarios").subscribesTo(subscription())
                .ownsTables(WorkTables.TABLE);
    }

    public Topology topology() {
        return new Topology(List.of(service()), Fanout.TOPOLOGY.shared());
    }

    /** For the command line of its process. */
    public List<String> arguments() {
        return List.of(
                "--worker.source=" + name(source),
                "--worker.kind=" + name(kind),
                "--worker.visibility=" + visibility.toMillis() + "ms",
                "--worker.max-attempts=" + maxAttempts);
    }

    private static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
