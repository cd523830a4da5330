package dev.fanout.scenarios.stage;

import dev.fanout.cli.up.Readiness;
import dev.fanout.cli.up.RunningProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The publisher of the suite, alive or not, at one address. */
public final class PublisherProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration REQUEST = Duration.ofSeconds(15);
    private static final long POLL_MILLIS = 100;

    private final Stage stage;
    private final Workplace workplace;
    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private @Nullable RunningProgram running;

    PublisherProcess(Stage stage, Workplace workplace, int port) {
        this.stage = stage;
        this.workplace = workplace;
        this.port = port;
    }

    /**
     * Ready when it returns.
     *
     * @param more settings, without the dashes
     */
    public void start(String... more) throws InterruptedException {
        var program = stage.programs().publisher(port, workplace.settings(more));
        var started = stage.processes().start(program);
        running = started;
        while (!Readiness.byHttp().isReady(program)) {
            stage.processes().failIfAnyEnded();
            if (started.age().compareTo(PATIENCE) > 0)
                throw new SceneFailed("the publisher is not ready in time", started.lastLines());
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** It may die from now on, when it has reason to. */
    public void maySoonDie() {
        if (running != null) stage.processes().release(running);
    }

    public boolean isAlive() {
        return running != null && running.isAlive();
    }

    /** Waits until it dies of what the play has in store for it. */
    public int awaitDeath() throws InterruptedException {
        if (running == null) throw new IllegalStateException("it was never alive");
        return stage.awaitDeath(running);
    }

    /** Empty if there was no answer. */
    public Optional<HttpResponse<String>> post(String path, String json, String... headers)
            throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .timeout(REQUEST)
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) request.headers(headers);
        return answer(request.build());
    }

    /** As it tells them now. */
    public Figures figures() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/prometheus"))
                .timeout(REQUEST)
                .build();
        return answer(request).map(answer -> new Figures(answer.body())).orElse(Figures.NONE);
    }

    private Optional<HttpResponse<String>> answer(HttpRequest request) throws InterruptedException {
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
