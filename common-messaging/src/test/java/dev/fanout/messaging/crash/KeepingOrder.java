package dev.fanout.messaging.crash;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A ledger behind a FIFO queue: two groups, one with an event in it that always fails. */
final class KeepingOrder implements Workload {
    private final Script script = new Script();
    private final Accounts ledger = new Accounts.Ledger();

    @Override
    public void fill(ModelQueue queue) {
        queue.send(script.event("a1", 1), Optional.of("a"));
        queue.send(script.event("bad", 1), Optional.of("a"));
        queue.send(script.event("b1", 2), Optional.of("b"));
        queue.send(script.event("a2", 1), Optional.of("a"));
        queue.send(script.event("b2", 2), Optional.of("b"));
        queue.send(script.event("a3", 1), Optional.of("a"));
    }

    @Override
    public int batch() {
        return 4;
    }

    @Override
    public Instance instance(World world, Calls.Life life) {
        return Counting.pipeline(world, life, script, ledger)::receive;
    }

    @Override
    public void check(World world) {
        var state = world.tables.state();
        var problems = world.problems;
        problems.same(Accounts.ordersOf(state, script.user(1)), List.of("a1", "a2", "a3"), "group a");
        problems.same(Accounts.ordersOf(state, script.user(2)), List.of("b1", "b2"), "group b");
        problems.same(Accounts.sumOf(state, script.user(1)), 3L, "the sum of group a");
        problems.same(Accounts.sumOf(state, script.user(2)), 2L, "the sum of group b");
        problems.same(script.namesOf(world.queue.parked), Set.of("bad"), "what is parked");
        for (var name : script.names())
            if (!name.equals("bad"))
                problems.same(world.tables.attempts(script.markerOf(name)), 0, "attempts charged to " + name);
        Counting.checkBad(world, script, ledger);
    }
}
