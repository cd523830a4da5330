package dev.fanout.chaos;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which faults are on, and how often each has struck. */
final class Chaos {
    private static final Logger log = LoggerFactory.getLogger(Chaos.class);

    private final Map<Fault, Trigger> triggers = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final Runnable crash;

    /** @param crash ends the process at once, without a word to anybody */
    Chaos(MeterRegistry meters, Runnable crash) {
        this.meters = meters;
        this.crash = crash;
    }

    /** @throws IllegalArgumentException if there is no such fault, or no such trigger */
    void set(String fault, String trigger) {
        var known = fault(fault);
        triggers.put(known, Trigger.parse(trigger));
        log.warn("chaos: {} strikes {}", known.label(), triggers.get(known));
    }

    /** @throws IllegalArgumentException if there is no such fault */
    void clear(String fault) {
        triggers.remove(fault(fault));
        log.warn("chaos: {} is off", fault);
    }

    void clearAll() {
        triggers.clear();
        log.warn("chaos: everything is off");
    }

    boolean strikes(Fault fault, String message) {
        var trigger = triggers.get(fault);
        if (trigger == null || !trigger.strikes(message)) return false;
        meters.counter("fanout.chaos.struck", "fault", fault.label()).increment();
        return true;
    }

    void crashIf(Fault fault, String message) {
        if (!strikes(fault, message)) return;
        log.warn("chaos: {}", fault.label());
        crash.run();
    }

    Map<String, String> on() {
        var on = new TreeMap<String, String>();
        triggers.forEach((fault, trigger) -> on.put(fault.label(), trigger.toString()));
        return on;
    }

    private static Fault fault(String label) {
        return Fault.labelled(label).orElseThrow(() ->
                new IllegalArgumentException("'%s' should be one of %s".formatted(label, Fault.labels())));
    }
}
