package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.worker.WorkerKind.PROJECTION;
import static dev.fanout.scenarios.worker.WorkerSource.WORK_IN_ORDER;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.fanout.events.WorkRequested;
import dev.fanout.scenarios.observe.Expectations;
import dev.fanout.scenarios.produce.WorkPlan;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioContext;
import dev.fanout.scenarios.stage.WorkerEnvironment;
import dev.fanout.scenarios.worker.WorkerSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** In a FIFO queue, one message fails for a while. */
public final class FifoScenario implements Scenario {
    private static final int SEED = 8;
    private static final int GROUPS = 3;

    /** So many that nothing is parked as long as the fault lasts. */
    private static final int ATTEMPTS = 1_000;

    @Override
    public String name() {
        return "fifo";
    }

    @Override
    public String shows() {
        return "a failing message holds back its group only; order inside every group holds; "
                + "followers lose no attempts";
    }

    @Override
    public Expectations play(ScenarioContext context) throws InterruptedException {
        int count = Math.max(2 * GROUPS, context.count(60));
        var place = context.workplace(WorkerSettings.of(WORK_IN_ORDER, PROJECTION).withMaxAttempts(ATTEMPTS));
        var events = WorkPlan.of(count, SEED).inGroups(GROUPS).events(Instant.now());
        var failing = events.get(GROUPS);
        var held = Objects.requireNonNull(failing.group());
        var sent = groups(events);
        var ofHeld = sent.getOrDefault(held, List.of());
        place.send(events);

        var first = place.worker(
                "fanout.chaos.enabled=true", "fanout.chaos.faults.fail=containing " + failing.id(),
                "fanout.retry.max-delay=1s");
        context.await("done of the other groups", count - ofHeld.size(),
                () -> all(done(place, sent)) - place.books().group(held).size());
        context.await("attempts at the failing one", 2, () -> attempts(place, failing));
        var heldThen = place.books().group(held);
        first.stop();

        place.worker();
        context.await("done", count, () -> all(done(place, sent)));
        context.awaitEmpty(place);
        return new Expectations()
                .same("done of its group while it fails", ofHeld.subList(0, 1), heldThen)
                .same("groups in the order in which they were sent", sent.keySet(), inOrder(place, sent))
                .same("events that lost attempts", Set.of(marker(failing)), place.books().attempts().keySet())
                .same("pieces done once", count, place.books().doneOnce())
                .same("left in the queue", 0, place.queues().depth().all())
                .same("dead letters", 0, place.queues().deadLetters());
    }

    private static Map<String, List<String>> groups(List<WorkRequested> events) {
        return events.stream().collect(groupingBy(
                event -> Objects.requireNonNull(event.group()), TreeMap::new,
                mapping(WorkRequested::id, toList())));
    }

    private static Map<String, List<String>> done(WorkerEnvironment place, Map<String, List<String>> sent) {
        var done = new TreeMap<String, List<String>>();
        sent.keySet().forEach(group -> done.put(group, place.books().group(group)));
        return done;
    }

    private static Set<String> inOrder(WorkerEnvironment place, Map<String, List<String>> sent) {
        var done = done(place, sent);
        done.entrySet().retainAll(sent.entrySet());
        return done.keySet();
    }

    private static int all(Map<String, List<String>> groups) {
        return groups.values().stream().mapToInt(List::size).sum();
    }

    private static int attempts(WorkerEnvironment place, WorkRequested event) {
        return place.books().attempts().getOrDefault(marker(event), 0);
    }

    private static String marker(WorkRequested event) {
        return "worker#" + event.eventId();
    }
}
