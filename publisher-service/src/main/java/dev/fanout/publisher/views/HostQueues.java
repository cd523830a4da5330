package dev.fanout.publisher.views;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.SequencedSet;
import java.util.Set;

/**
 * The views that wait, and which of them may go next: each host's in their order, and none of a host while
 * others of it are under way. Not thread-safe.
 */
final class HostQueues {
    private final Map<String, Queue<PendingView>> waiting = new HashMap<>();
    /** Hosts with waiting views and none under way, in the order of their turns. */
    private final SequencedSet<String> ready = new LinkedHashSet<>();

    private final Set<String> busy = new HashSet<>();
    private int size;

    void add(PendingView view) {
        waiting.computeIfAbsent(view.host(), _ -> new ArrayDeque<>()).add(view);
        if (!busy.contains(view.host())) ready.add(view.host());
        size++;
    }

    int size() {
        return size;
    }

    boolean hasReady() {
        return !ready.isEmpty();
    }

    boolean hasReady(int count) {
        int found = 0;
        for (var host : ready) {
            found += queue(host).size();
            if (found >= count) return true;
        }
        return false;
    }

    /** At most {@code count}. Their hosts are busy until {@link #done}. What nobody waits for is dropped. */
    List<PendingView> take(int count) {
        var batch = new ArrayList<PendingView>();
        while (batch.size() < count && hasReady()) {
            var host = ready.removeFirst();
            if (moved(host, batch, count)) busy.add(host);
            if (queue(host).isEmpty()) waiting.remove(host);
        }
        return batch;
    }

    private boolean moved(String host, List<PendingView> batch, int count) {
        var before = batch.size();
        for (var queue = queue(host); batch.size() < count && !queue.isEmpty(); size--) {
            var view = queue.remove();
            if (!view.isOver()) batch.add(view);
        }
        return batch.size() > before;
    }

    void done(List<PendingView> batch) {
        batch.forEach(view -> {
            if (busy.remove(view.host()) && waiting.containsKey(view.host())) ready.add(view.host());
        });
    }

    private Queue<PendingView> queue(String host) {
        return Objects.requireNonNull(waiting.get(host));
    }
}
