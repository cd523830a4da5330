package dev.fanout.messaging.projection;

import dev.fanout.messaging.Key;
import dev.fanout.messaging.store.EffectStore;
import dev.fanout.messaging.store.Writes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Effects that are disturbed on purpose: each commit takes the next fault of the list, until there is none. */
public class Faults implements EffectStore {
    final List<Writes> commits = new ArrayList<>();
    private final EffectStore real;
    private final Deque<UnaryOperator<EffectStore>> faults = new ArrayDeque<>();

    public Faults(EffectStore real) {
        this.real = real;
    }

    /** The next commit goes through what the fault makes of the real effects. */
    public Faults next(UnaryOperator<EffectStore> fault) {
        faults.add(fault);
        return this;
    }

    public Faults crashBefore() {
        return next(_ -> committing(_ -> { throw new Crash(); }));
    }

    Faults crashAfter() {
        return next(effects -> committing(writes -> {
            effects.commit(writes);
            throw new Crash();
        }));
    }

    Faults answer(Outcome outcome) {
        return next(_ -> committing(_ -> outcome));
    }

    /** Every write of the next transaction is given the same cause. */
    public Faults cancel(Cause cause) {
        return next(_ -> committing(writes ->
                new Outcome.Cancelled(writes.all().stream().map(_ -> cause).toList())));
    }

    Faults before(Runnable meanwhile) {
        return next(effects -> committing(writes -> {
            meanwhile.run();
            return effects.commit(writes);
        }));
    }

    @Override
    public Map<Key<?>, Loaded> load(Set<Key<?>> keys) {
        return real.load(keys);
    }

    @Override
    public Outcome commit(Writes writes) {
        commits.add(writes);
        var fault = faults.poll();
        return fault == null ? real.commit(writes) : fault.apply(real).commit(writes);
    }

    private EffectStore committing(Function<Writes, Outcome> commit) {
        return new EffectStore() {
            @Override
            public Map<Key<?>, Loaded> load(Set<Key<?>> keys) {
                return real.load(keys);
            }

            @Override
            public Outcome commit(Writes writes) {
                return commit.apply(writes);
            }
        };
    }

    /** The process dies: nothing catches it. */
    public static final class Crash extends Error {}
}
