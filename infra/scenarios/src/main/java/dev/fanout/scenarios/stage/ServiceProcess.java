package dev.fanout.scenarios.stage;

import dev.fanout.cli.up.process.Readiness;
import dev.fanout.cli.up.process.RunningProgram;
import dev.fanout.scenarios.observe.PrometheusMetrics;
import dev.fanout.topology.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service of the suite, alive or not, at one address. */
public final class ServiceProcess {
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration REQUEST = Duration.ofSeconds(15);
    private static final long POLL_MILLIS = 100;
    private static final int OK = 200;

    private final ScenarioContext context;
    private final Environment environment;
    private final Service service;
    private final int port = Programs.freePort();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private @Nullable RunningProgram running;

    ServiceProcess(ScenarioContext context, Environment environment, Service service) {
        this.context = context;
        this.environment = environment;
        this.service = service;
    }

    int port() {
        return port;
    }

    /**
     * Ready when it returns.
     *
     * @param more settings, without the dashes
     */
    public void start(String... more) throws InterruptedException {
        begin(more);
        awaitReady();
    }

    /** Several that are begun together are ready sooner. */
    public void begin(String... more) throws InterruptedException {
        running = context.processes().start(context.programs().service(service, port, environment.settings(more)));
    }

    public void awaitReady() throws InterruptedException {
        var started = running();
        while (!Readiness.byHttp().isReady(started.program())) {
            context.processes().failIfAnyEnded();
            if (started.age().compareTo(READY_TIMEOUT) > 0)
                throw new ScenarioFailed(service.name() + " is not ready in time", started.lastLines());
            Thread.sleep(POLL_MILLIS);
        }
    }

    private RunningProgram running() {
        if (running == null) throw new IllegalStateException(service.name() + " was never alive");
        return running;
    }

    /** It may die from now on, when it has reason to. */
    public void maySoonDie() {
        context.processes().release(running());
    }

    public boolean isAlive() {
        return running != null && running.isAlive();
    }

    /** Waits until it dies of what the play has in store for it. */
    public int awaitDeath() throws InterruptedException {
        return context.awaitDeath(running());
    }

    /** So that it cannot refuse, tidy up or say goodbye. Answers its exit code. */
    public int kill() throws InterruptedException {
        maySoonDie();
        Signals.kill(running().pid());
        return awaitDeath();
    }

    /** Empty if there was no answer. */
    public Optional<HttpResponse<String>> post(String path, String json, String... headers)
            throws InterruptedException {
        var request = to(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) request.headers(headers);
        return answer(request.build());
    }

    /**
     * Empty if there was no answer, or none of use.
     *
     * @param type the media type
     */
    public Optional<String> get(String path, String type) throws InterruptedException {
        return answer(to(path).header("Accept", type).build())
                .filter(answer -> answer.statusCode() == OK)
                .map(HttpResponse::body);
    }

    /** As it tells them now. */
    public PrometheusMetrics figures() throws InterruptedException {
        return get("/actuator/prometheus", "text/plain").map(PrometheusMetrics::new).orElse(PrometheusMetrics.NONE);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(REQUEST);
    }

    private Optional<HttpResponse<String>> answer(HttpRequest request) throws InterruptedException {
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
