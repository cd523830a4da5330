package dev.fanout.scenarios.produce;

import dev.fanout.cli.rest.Rest;
import dev.fanout.cli.rest.RestFailed;
import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.events.OutboundMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The publisher service, which takes views alone. */
public record PublisherSink(Rest rest) implements MessageSink {
    /** It takes no more in one request. */
    public static final int MAX_BATCH = 500;

    private static final EventCodec CODEC = new EventCodec();

    private record Views(List<Event> views) {}

    private record Accepted(int accepted) {}

    @Override
    public String name() {
        return "the publisher";
    }

    /** A view that stands in a batch twice goes in a request of its own the second time: no request may hold both. */
    @Override
    public List<OutboundMessage> send(List<OutboundMessage> batch) {
        var open = batch;
        while (!open.isEmpty()) {
            var ids = new HashSet<String>();
            var first = new ArrayList<OutboundMessage>();
            var again = new ArrayList<OutboundMessage>();
            open.forEach(said -> (ids.add(said.deduplicationId()) ? first : again).add(said));
            if (!takes(first)) return open;
            open = again;
        }
        return List.of();
    }

    private boolean takes(List<OutboundMessage> batch) {
        var views = batch.stream().map(said -> CODEC.read(said.body())).toList();
        try {
            rest.send("publisher", "POST", "/views/batch", new Views(views), Accepted.class);
            return true;
        } catch (RestFailed e) {
            if (e.mayPass()) return false;
            throw new ProducingFailed(String.valueOf(e.getMessage()));
        }
    }
}
