package dev.fanout.scenarios.simulate;

import dev.fanout.cli.rest.Rest;
import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.events.OutboundMessage;
import dev.fanout.events.ViewRecorded;
import dev.fanout.scenarios.produce.MessageSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** Publisher, auditors and chaos-observer, by HTTP, and the topic of disturbed traffic. They are right, if they may. */
final class FakeSystem implements AutoCloseable {
    private static final long SOMEBODY_ELSE = 17;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EventCodec codec = new EventCodec();
    private final IdealObserver behindFifo = new IdealObserver();
    private final IdealObserver behindStandard = new IdealObserver();
    private final Set<UUID> deduplication = new HashSet<>();
    private final FakeService publisher = new FakeService().answers("/views/batch", 202, this::publish);
    private final FakeService auditors = observing("auditor", behindFifo);
    private final FakeService observer = observing("chaos-observer", behindStandard);
    private final UnaryOperator<List<Map<String, Object>>> distortion;
    final List<OutboundMessage> chaos = new ArrayList<>();

    /** @param distortion what the observers make of the truth */
    FakeSystem(UnaryOperator<List<Map<String, Object>>> distortion) {
        this.distortion = distortion;
    }

    Rest rest() {
        return new Rest(service -> switch (service) {
            case "publisher" -> publisher.address();
            case "chaos-observer" -> observer.address();
            default -> auditors.address();
        });
    }

    MessageSink chaosTopic() {
        return new MessageSink() {
            @Override
            public String name() {
                return "topic view-events-chaos";
            }

            @Override
            public List<OutboundMessage> send(List<OutboundMessage> batch) {
                chaos.addAll(batch);
                batch.forEach(said -> behindStandard.hear((ViewRecorded) codec.read(said.body()), Instant.now()));
                return List.of();
            }
        };
    }

    private synchronized String publish(String request) {
        var views = JSON.readTree(request).get("views").valueStream()
                .map(view -> "{\"event_type\":\"view.recorded\"," + view.toString().substring(1))
                .map(codec::read)
                .toList();
        if (views.stream().map(Event::eventId).distinct().count() < views.size()) throw new IllegalStateException();
        for (var view : views) if (deduplication.add(view.eventId())) behindFifo.hear(
                (ViewRecorded) view, Instant.now());
        return "{\"accepted\":%d}".formatted(views.size());
    }

    private FakeService observing(String name, IdealObserver heard) {
        return new FakeService()
                .answers("/ledger/hosts", 200, _ -> JSON.writeValueAsString(
                        Map.of("auditor", name, "hosts", hosts(heard))));
    }

    private List<Map<String, Object>> hosts(IdealObserver heard) {
        var anomalies = new HashMap<Object, Map<Object, Object>>();
        for (var found : distortion.apply(anomalies(heard)))
            anomalies.computeIfAbsent(found.get("host_id"), _ -> new HashMap<>())
                    .put(found.get("kind"), found.get("count"));
        return withSomebodyElse(heard.views()).entrySet().stream()
                .map(host -> Map.<String, Object>of(
                        "host_id", host.getKey(), "views", host.getValue(),
                        "anomalies", anomalies.getOrDefault(host.getKey(), Map.of())))
                .toList();
    }

    private static Map<String, Long> withSomebodyElse(Map<String, Long> views) {
        var all = new HashMap<>(views);
        all.put("host-1", SOMEBODY_ELSE);
        return all;
    }

    private static List<Map<String, Object>> anomalies(IdealObserver heard) {
        var all = new ArrayList<>(List.of(anomaly("late", "host-1", 99)));
        heard.anomalies().forEach((host, counts) ->
                counts.forEach((kind, count) -> all.add(anomaly(kind.wireName(), host, count))));
        heard.dominant(SOMEBODY_ELSE).forEach((host, views) -> all.add(anomaly("dominant_host", host, views)));
        return all;
    }

    static Map<String, Object> anomaly(String kind, String hostId, long count) {
        return Map.of("kind", kind, "host_id", hostId, "count", count, "examples", List.of());
    }

    @Override
    public void close() {
        publisher.close();
        auditors.close();
        observer.close();
    }
}
