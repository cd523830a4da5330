package dev.fanout.scenarios.simulate;

import dev.fanout.scenarios.produce.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far it is, how fast it goes, and what failed so far: one line. */
final class ProgressMeter {
    private final Progress progress;
    private final List<Target> targets;
    private final long all;
    private final Map<Target, Integer> sent = new ConcurrentHashMap<>();
    private final long begin = System.nanoTime();

    ProgressMeter(Progress progress, List<Target> targets, int messages) {
        this.progress = progress;
        this.targets = targets;
        this.all = (long) messages * targets.size();
    }

    void sent(Target target, int messages) {
        sent.put(target, messages);
        progress.say(line((System.nanoTime() - begin) / 1e9));
    }

    String line(double seconds) {
        var done = sent.values().stream().mapToLong(count -> count).sum();
        var failures = targets.stream().mapToInt(target -> target.outlet().failures()).sum();
        return String.format(Locale.ROOT, "sent %d of %d, %.0f a second, %d errors",
                done, all, done / Math.max(0.001, seconds), failures);
    }
}
