package dev.fanout.scenarios.worker;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Leaves the metrics behind: there is no web server to ask for them. */
final class MetricsDump implements AutoCloseable {
    private final PrometheusMeterRegistry meters;
    private final @Nullable Path file;

    MetricsDump(PrometheusMeterRegistry meters, @Nullable Path file) {
        this.meters = meters;
        this.file = file;
    }

    @Override
    public void close() throws IOException {
        if (file != null) Files.writeString(file, meters.scrape());
    }
}
