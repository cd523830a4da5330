package dev.fanout.messaging.core;

import dev.fanout.messaging.core.Verdict.Retry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Runs actions side by side, but those of one FIFO group one after the other. */
public final class Actions implements Receiver {
    private final ActionPipeline pipeline;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Actions(ActionPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public CompletableFuture<List<Verdict>> submit(List<Delivery> deliveries) {
        var verdicts = new Verdict[deliveries.size()];
        var runs = new ArrayList<CompletableFuture<Void>>();
        for (var group : groups(deliveries))
            runs.add(CompletableFuture.runAsync(() -> run(deliveries, group, verdicts), threads));
        return CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new)).thenApply(_ -> List.of(verdicts));
    }

    /** Whose group's head has to be tried again waits with it. */
    private void run(List<Delivery> deliveries, List<Integer> group, Verdict[] verdicts) {
        for (int at = 0; at < group.size(); at++) {
            var verdict = pipeline.receive(deliveries.get(group.get(at)));
            verdicts[group.get(at)] = verdict;
            if (!(verdict instanceof Retry)) continue;
            group.subList(at, group.size()).forEach(index -> verdicts[index] = verdict);
            return;
        }
    }

    /** Indexes; what has no group is a group of its own. */
    private static List<List<Integer>> groups(List<Delivery> deliveries) {
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        IntStream.range(0, deliveries.size()).forEach(i -> {
            Object group = deliveries.get(i).group().<Object>map(name -> name).orElse(i);
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(i);
        });
        return List.copyOf(groups.values());
    }

    @Override
    public void close() {
        threads.close();
    }
}
