package dev.fanout.messaging.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every call to the outside, counted over all instances; at some of them something goes wrong. */
final class Calls {
    private final Map<Integer, Fault> faults;
    private final Others others;
    private final List<Call<?>> made = new ArrayList<>();
    private final Map<Integer, Fault> happened = new TreeMap<>();
    private boolean othersAtWork;

    /** What happens beside the instance that makes the call. */
    interface Others {
        /** A call was made, or was not, and its process ended or its caller is about to be told a failure. */
        void after(Fault fault, Call<?> call);

        /** An instance of its own has copies of what is in hand. */
        void rival();

        /** An instance of its own works on what waits. */
        void neighbour();

        /** The clock passes leases and visibility, and others take over. */
        void takeOver();
    }

    /** One instance; once dead, it calls nobody. */
    static final class Life {
        private boolean over;

        private void end() {
            over = true;
            throw new Death();
        }
    }

    /** @param faults by the number of the call, from 1 */
    Calls(Map<Integer, Fault> faults, Others others) {
        this.faults = faults;
        this.others = others;
    }

    List<String> names() {
        return made.stream().map(Call::name).toList();
    }

    List<Set<Fault>> possible() {
        return made.stream().map(Call::faults).toList();
    }

    Map<Integer, Fault> happened() {
        return happened;
    }

    boolean anyOf(Fault... some) {
        return Arrays.stream(some).anyMatch(happened::containsValue);
    }

    <T> T pass(Life life, Call<T> call) {
        if (life.over) throw new Death();
        // What others do during a fault is no point of its own: the numbers stay those of the undisturbed run.
        if (othersAtWork) return call.make();
        made.add(call);
        var fault = faults.get(made.size());
        if (fault == null || !call.faults().contains(fault)) return call.make();
        happened.put(made.size(), fault);
        return disturbed(life, call, fault);
    }

    private <T> T disturbed(Life life, Call<T> call, Fault fault) {
        return switch (fault) {
            case DIES_BEFORE -> died(life, call, fault);
            case DIES_AFTER -> {
                tried(call);
                yield died(life, call, fault);
            }
            case UNANSWERED, THROTTLED, CONFLICT -> throw failed(call, fault);
            case LOST -> {
                tried(call);
                throw failed(call, fault);
            }
            case REPEATED -> call.makeTwice();
            case RIVAL -> {
                meanwhile(others::rival);
                yield call.make();
            }
            case NEIGHBOUR -> {
                meanwhile(others::neighbour);
                yield call.make();
            }
            case OVERTAKEN_BEFORE -> {
                meanwhile(others::takeOver);
                yield call.make();
            }
            case OVERTAKEN_AFTER -> {
                var answer = call.make();
                meanwhile(others::takeOver);
                yield answer;
            }
        };
    }

    private <T> T died(Life life, Call<T> call, Fault fault) {
        meanwhile(() -> others.after(fault, call));
        life.end();
        throw new IllegalStateException("it is dead");
    }

    private RuntimeException failed(Call<?> call, Fault fault) {
        meanwhile(() -> others.after(fault, call));
        return call.failure(fault);
    }

    /** Whatever it answers, nobody hears it. */
    private static void tried(Call<?> call) {
        try {
            call.make();
        } catch (RuntimeException _) {
            // a refusal is an answer too
        }
    }

    private void meanwhile(Runnable others) {
        othersAtWork = true;
        try {
            others.run();
        } finally {
            othersAtWork = false;
        }
    }
}
