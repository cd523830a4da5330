package dev.fanout.messaging.crash;

import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;

/** One process: polls, asks its pipeline, carries dispositions out as {@code DispositionExecutor} does. */
final class Consumer {
    private final Calls calls;
    private final Calls.Life life;
    private final ModelQueue queue;
    private final Instance instance;
    private final int batch;
    private final Problems problems;

    Consumer(Calls calls, Calls.Life life, ModelQueue queue, Instance instance, int batch, Problems problems) {
        this.calls = calls;
        this.life = life;
        this.queue = queue;
        this.instance = instance;
        this.batch = batch;
        this.problems = problems;
    }

    /** False if there was nothing to do. */
    boolean poll() {
        if (!queue.hasVisible()) return false;
        try {
            work(calls.pass(life, new QueueCall<>("Receive", () -> queue.receive(batch))));
        } catch (SdkClientException _) {
            // the next poll
        }
        return true;
    }

    /** Copies that the queue handed out by mistake: what becomes of them is not told to it. */
    void workOnCopies(List<Delivery> copies) {
        try {
            var dispositions = copies.isEmpty() ? List.<Disposition>of() : instance.receive(copies);
            for (int i = 0; i < copies.size(); i++)
                if (dispositions.get(i) instanceof Disposition.DeadLetter deadLetter) queue.park(
                        copies.get(i), deadLetter);
        } catch (Exception e) {
            problems.add("the pipeline throws " + e);
        }
    }

    private void work(List<Delivery> deliveries) {
        try {
            var dispositions = instance.receive(deliveries);
            followersWait(deliveries, dispositions);
            carryOut(deliveries, dispositions);
        } catch (Exception e) {
            problems.add("the pipeline throws " + e);
        }
    }

    private void followersWait(List<Delivery> deliveries, List<Disposition> dispositions) {
        Map<String, Duration> held = new HashMap<>();
        for (int i = 0; i < deliveries.size(); i++) {
            if (deliveries.get(i).group().isEmpty()) continue;
            var group = deliveries.get(i).group().get();
            var before = held.getOrDefault(group, Duration.ZERO);
            switch (dispositions.get(i)) {
                case Disposition.Retry retry -> {
                    if (retry.after().compareTo(before) < 0) problems.add(
                            i + " comes back before the head of its group");
                    held.putIfAbsent(group, retry.after());
                }
                case Disposition.Done done ->
                    problems.unless(done.duplicate() || before.isZero(), i + " is done before the head of its group");
                case Disposition.DeadLetter _ -> {}
            }
        }
    }

    private void carryOut(List<Delivery> deliveries, List<Disposition> dispositions) {
        var done = new ArrayList<Delivery>();
        for (int i = 0; i < deliveries.size(); i++)
            if (dispositions.get(i) instanceof Disposition.Done) done.add(deliveries.get(i));
        if (!done.isEmpty()) tell("Delete " + done.size(), () -> done.forEach(queue::delete));
        for (int i = 0; i < deliveries.size(); i++) {
            var delivery = deliveries.get(i);
            switch (dispositions.get(i)) {
                case Disposition.Done _ -> {}
                case Disposition.Retry retry ->
                    tell("ChangeVisibility", () -> queue.visibleAfter(delivery, retry.after()));
                case Disposition.DeadLetter deadLetter -> {
                    if (tell("Send to the dead letters", () -> queue.park(delivery, deadLetter)))
                        tell("Delete the parked", () -> queue.delete(delivery));
                }
            }
        }
    }

    /** Failing is no harm: the message becomes visible again. */
    private boolean tell(String name, Runnable how) {
        try {
            calls.pass(life, QueueCall.of(name, how));
            return true;
        } catch (SdkClientException _) {
            return false;
        }
    }
}
