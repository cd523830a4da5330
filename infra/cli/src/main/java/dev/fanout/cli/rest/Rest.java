package dev.fanout.cli.rest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Speaks JSON with the services, and says which one when something is wrong. */
public final class Rest {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build();
    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    private final Function<String, URI> addresses;

    /** @param addresses where the service of a name is */
    public Rest(Function<String, URI> addresses) {
        this.addresses = addresses;
    }

    public boolean isReady(String service) {
        var response = exchange(service, "GET", "/actuator/health/readiness", BodyPublishers.noBody());
        return response.statusCode() == 200;
    }

    public <T> T get(String service, String path, Class<T> type) {
        return find(service, path, type)
                .orElseThrow(() -> RestFailed.forGood("%s does not know %s".formatted(service, path)));
    }

    /** Empty when there is no such thing, or not yet. */
    public <T> Optional<T> find(String service, String path, Class<T> type) {
        var response = exchange(service, "GET", path, BodyPublishers.noBody());
        if (response.statusCode() == 404) return Optional.empty();
        return Optional.of(read(service, response, type));
    }

    /** All pages of a listing, in the largest that there are. */
    public void pages(String service, String path, Consumer<JsonNode> each) {
        var first = path + "?limit=1000";
        var page = get(service, first, JsonNode.class);
        each.accept(page);
        while (page.has("next")) {
            page = get(service, first + "&after=" + page.path("next").asString(), JsonNode.class);
            each.accept(page);
        }
    }

    /** @param headers names and values by turns */
    public <T> T send(
            String service, String method, String path, Object body, Class<T> type, String... headers) {
        var text = BodyPublishers.ofString(json.writeValueAsString(body));
        return read(service, exchange(service, method, path, text, headers), type);
    }

    private <T> T read(String service, HttpResponse<String> response, Class<T> type) {
        var what = response.request().method() + " " + response.request().uri().getPath();
        if (response.statusCode() / 100 != 2) throw refused(service, response, what);
        try {
            return json.readValue(response.body(), type);
        } catch (JacksonException e) {
            throw RestFailed.forGood("%s answered %s with what cannot be read: %s (%s)"
                    .formatted(service, what, response.body().strip(), e.getOriginalMessage()));
        }
    }

    private static RestFailed refused(String service, HttpResponse<String> response, String what) {
        var reason = "%s answered %d to %s: %s"
                .formatted(service, response.statusCode(), what, response.body().strip());
        return response.statusCode() / 100 == 5 ? RestFailed.forNow(reason) : RestFailed.forGood(reason);
    }

    private HttpResponse<String> exchange(
            String service, String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(addresses.apply(service).resolve(path))
                .method(method, body)
                .header("Content-Type", "application/json")
                .timeout(REQUEST_TIMEOUT);
        if (headers.length > 0) request.headers(headers);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw RestFailed.forNow(service + " is not running: start it with ./fanout up");
        } catch (IOException e) {
            throw RestFailed.forNow("%s does not answer %s %s: %s"
                    .formatted(service, method, path, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RestFailed.forGood("interrupted");
        }
    }
}
