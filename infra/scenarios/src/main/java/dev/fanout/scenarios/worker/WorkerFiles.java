package dev.fanout.scenarios.worker;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where a worker leaves what is not for its table.
 *
 * @param effects File for effects outside DynamoDB: an action appends a line to it for each piece of work.
 * @param figures File for the metrics, as Prometheus would read them. It is written when the worker ends in order.
 */
@ConfigurationProperties("worker.papers")
public record WorkerFiles(@Nullable Path effects, @Nullable Path figures) {

    public List<String> arguments() {
        return List.of("--worker.papers.effects=" + effects, "--worker.papers.figures=" + figures);
    }
}
