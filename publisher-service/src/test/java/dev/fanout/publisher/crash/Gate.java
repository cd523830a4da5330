package dev.fanout.publisher.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Every call to the outside, counted over all instances; at some of them something goes wrong. */
public final class Gate {
    private final Map<Integer, Fault> faults;
    private final Runnable others;
    private final List<String> calls = new ArrayList<>();
    private boolean othersAtWork;

    /** @param others do all that there is to do, as another process */
    public Gate(Map<Integer, Fault> faults, Runnable others) {
        this.faults = faults;
        this.others = others;
    }

    /** What was called, and what happened to it. */
    public List<String> calls() {
        return calls;
    }

    /** @param failure what the caller sees of a call that fails: it throws, or gives an answer that says so */
    public <T> T pass(String name, Supplier<T> call, Supplier<T> again, Function<Fault, T> failure) {
        if (othersAtWork) return call.get();
        var fault = faults.get(calls.size() + 1);
        calls.add(fault == null ? name : name + "   <-- " + fault);
        return fault == null ? call.get() : disturbed(fault, call, again, failure);
    }

    private <T> T disturbed(Fault fault, Supplier<T> call, Supplier<T> again, Function<Fault, T> failure) {
        return switch (fault) {
            case DIES_BEFORE -> throw new Fault.Death();
            case DIES_AFTER -> {
                tried(call);
                throw new Fault.Death();
            }
            case UNANSWERED, THROTTLED -> failure.apply(fault);
            case LOST -> {
                tried(call);
                yield failure.apply(fault);
            }
            case REPEATED -> again.get();
            case OVERTAKEN -> {
                othersAtWork = true;
                others.run();
                othersAtWork = false;
                yield call.get();
            }
        };
    }

    /** Whatever it answers, nobody hears it. */
    private static void tried(Supplier<?> call) {
        try {
            var _ = call.get();
        } catch (RuntimeException _) {
            // a refusal is an answer too
        }
    }
}
