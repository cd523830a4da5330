package dev.fanout.messaging.crash;

import dev.fanout.events.Event;
import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.projection.ProjectionParts;
import dev.fanout.messaging.projection.ProjectionPipeline;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A projection behind a standard queue: repetitions, twins under two ids, one that always fails, one that is none. */
final class Counting implements Workload {
    private static final String JUNK = "no event";

    private final Script script = new Script();
    private final Accounts accounts = new Accounts.OnePerOrder();

    @Override
    public void fill(ModelQueue queue) {
        var tea = script.event("tea", 1);
        // Who receives the second half knows nothing of the first but its items: there, the version alone is the guard.
        var all = List.of(
                tea, tea, script.event("tea again", "tea", 1), script.event("coffee", 2),
                script.event("bad", 1), script.event("milk", 1), JUNK, script.event("cocoa", 2));
        all.forEach(body -> queue.send(body, Optional.empty()));
    }

    @Override
    public int batch() {
        return 4;
    }

    @Override
    public Instance instance(World world, Calls.Life life) {
        return pipeline(world, life, script, accounts)::receive;
    }

    @SuppressWarnings("unchecked")
    static ProjectionPipeline pipeline(World world, Calls.Life life, Script script, Projection<OrderEvent> projection) {
        var parts = world.tables.parts(world.calls, life, world.clock);
        return new ProjectionPipeline(new ProjectionParts(
                script.subscriber(), (Projection<Event>) (Projection<?>) projection, world.codec,
                parts.effects(world.random()), parts.attempts(), world.backoff(), _ -> {}, world.clock, world.metrics));
    }

    @Override
    public void check(World world) {
        var state = world.tables.state();
        var problems = world.problems;
        problems.same(sorted(Accounts.ordersOf(state, script.user(1))), List.of("milk", "tea"), "account 1");
        problems.same(sorted(Accounts.ordersOf(state, script.user(2))), List.of("cocoa", "coffee"), "account 2");
        problems.same(Accounts.sumOf(state, script.user(1)), 2L, "the sum of account 1");
        problems.same(Accounts.sumOf(state, script.user(2)), 2L, "the sum of account 2");
        problems.same(script.namesOf(world.queue.parked), Set.of("bad", JUNK), "what is parked");
        for (var name : script.names()) {
            problems.same(world.tables.isDone(script.markerOf(name)), !name.equals("bad"), "the marker of " + name);
            if (!name.equals("bad"))
                problems.same(world.tables.attempts(script.markerOf(name)), 0, "attempts charged to " + name);
        }
        checkBad(world, script, accounts);
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }

    /** It is parked when, and only when, it has had its attempts. */
    static void checkBad(World world, Script script, Accounts accounts) {
        var problems = world.problems;
        // Who slept while another parked it tries it once more when it wakes up: that is its first attempt again.
        if (!world.calls.anyOf(Fault.OVERTAKEN_BEFORE, Fault.OVERTAKEN_AFTER))
            problems.same(world.tables.state(script.markerOf("bad")), Optional.of("parked"),
                    "the state of the bad one");
        for (var parked : world.queue.parked) {
            if (!script.nameOf(parked.body()).equals("bad")) continue;
            var charged = parked.why().attempts();
            problems.unless(charged >= Script.MAX_ATTEMPTS, "it was parked after " + charged + " attempts");
            problems.unless(accounts.refused() >= charged, charged + " attempts for " + accounts.refused() + " tries");
        }
    }
}
