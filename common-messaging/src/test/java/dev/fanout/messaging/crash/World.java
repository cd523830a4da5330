package dev.fanout.messaging.crash;

import dev.fanout.events.EventCodec;
import dev.fanout.messaging.pipeline.PipelineMetrics;
import dev.fanout.messaging.projection.TestClock;
import dev.fanout.messaging.retry.Backoff;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** One workload run once, with faults at some of its calls, until nothing is left to do. */
final class World implements Calls.Others {
    /** Not a day of the past: the engine's own clock deletes markers that have expired. */
    static final Instant NOON = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);
    private static final int ENOUGH = 400;
    private static final Duration MODEL_TIME_LIMIT = Duration.ofMinutes(6);

    final TestClock clock = new TestClock(NOON);
    final ModelQueue queue = new ModelQueue(clock);
    final Problems problems = new Problems();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final PipelineMetrics metrics = new PipelineMetrics(meters, "crash", "order-events", clock);
    final EventCodec codec = new EventCodec();
    final Tables tables;
    final Calls calls;
    private final Workload workload;
    private final List<Consumer> consumers = new ArrayList<>();
    private int born;

    World(Tables tables, Workload workload, Map<Integer, Fault> faults) {
        this.tables = tables;
        this.workload = workload;
        this.calls = new Calls(faults, this);
    }

    Backoff backoff() {
        return new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), new Random(born));
    }

    /** Each instance draws its own counter shard, backoffs and so on, the same ones in each run. */
    Random random() {
        return new Random(born);
    }

    World run(int instances) {
        workload.fill(queue);
        IntStream.range(0, instances).forEach(_ -> consumers.add(newborn()));
        for (int round = 0; !queue.isEmpty() && round < ENOUGH; round++)
            if (!pollAll()) queue.nextVisible()
                    .ifPresent(next -> clock.advance(Duration.between(clock.instant(), next)));
        problems.unless(queue.isEmpty(), "messages are left");
        problems.unless(queue.overTheLimit.isEmpty(), "the queue's own limit was reached by " + queue.overTheLimit);
        var took = Duration.between(NOON, clock.instant());
        problems.unless(took.compareTo(MODEL_TIME_LIMIT) < 0, "it took " + took);
        workload.check(this);
        return this;
    }

    private Consumer newborn() {
        born++;
        var life = new Calls.Life();
        return new Consumer(calls, life, queue, workload.instance(this, life), workload.batch(), problems);
    }

    private boolean pollAll() {
        var worked = false;
        for (int i = 0; i < consumers.size(); i++) worked |= poll(i);
        return worked;
    }

    private boolean poll(int i) {
        try {
            return consumers.get(i).poll();
        } catch (Death _) {
            consumers.set(i, newborn());
            return true;
        }
    }

    @Override
    public void after(Fault fault, Call<?> call) {
        workload.owedTo(fault, call, this);
    }

    @Override
    public void rival() {
        var other = newborn();
        other.workOnCopies(queue.copies());
        while (other.poll()) {}
    }

    @Override
    public void neighbour() {
        var other = newborn();
        while (other.poll()) {}
    }

    @Override
    public void takeOver() {
        clock.advance(ModelQueue.VISIBILITY.plusSeconds(1));
        workload.takenOver(this);
        var other = newborn();
        while (other.poll()) {}
    }
}
