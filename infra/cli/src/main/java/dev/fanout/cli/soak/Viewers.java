package dev.fanout.cli.soak;

import dev.fanout.cli.rest.Rest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Look at films of a few hosts, each view under an id of its own. */
final class Viewers {
    private static final int HOSTS = 5;

    private final Rest rest;
    private final RetryingClient client;
    private final ExpectedState expected;
    private final SoakRun run;

    Viewers(Rest rest, RetryingClient client, ExpectedState expected, SoakRun run) {
        this.rest = rest;
        this.client = client;
        this.expected = expected;
        this.run = run;
    }

    private record View(UUID eventId, String hostId, String contentId, String adId) {}

    private record Taken(String eventId) {}

    void view(int index) throws InterruptedException {
        var host = "%s-host-%d".formatted(run.name(), index % HOSTS);
        var id = UUID.nameUUIDFromBytes((run.name() + index).getBytes(StandardCharsets.UTF_8));
        var view = new View(id, host, "film-" + (1 + index % 7), "ad-" + (1 + index % 3));
        client.ask(() -> rest.send("publisher", "POST", "/views", view, Taken.class))
                .ifPresent(_ -> expected.viewed(host));
    }
}
