package dev.fanout.scenarios.simulate;

import dev.fanout.events.ViewRecorded;
import dev.fanout.scenarios.produce.Producer;
import dev.fanout.scenarios.produce.Producer.Sent;
import dev.fanout.scenarios.produce.ProducingFailed;
import dev.fanout.scenarios.produce.Progress;
import dev.fanout.scenarios.simulate.traffic.RunId;
import dev.fanout.scenarios.simulate.traffic.SimulatedTraffic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.exception.SdkException;

/** Sends traffic, to one target or to several at once. */
record Simulation(RunId run, SimulatedTraffic traffic, Progress progress) {
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(30);

    /** What came of it at one target. */
    record Delivered(String target, Sent sent, int failures, Map<String, Integer> doubts) {}

    /**
     * In the order of the targets.
     *
     * @throws ProducingFailed if one of them takes no more
     */
    List<Delivered> send(List<Target> targets) throws InterruptedException {
        var events = traffic.events(run, Instant.now());
        var meter = new ProgressMeter(progress, targets, events.size());
        try (var atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = targets.stream().map(to -> atOnce.submit(() -> send(events, to, meter))).toList();
            for (var each : all) if (failed(each)) atOnce.shutdownNow();
            return all.stream().map(Simulation::result).toList();
        } finally {
            progress.end();
        }
    }

    private Delivered send(List<ViewRecorded> events, Target to, ProgressMeter meter) throws InterruptedException {
        var producer = new Producer(
                to.outlet(), to.pace(traffic.rate()), SEND_TIMEOUT, messages -> meter.sent(to, messages));
        var sent = producer.produce(events, to.apart(traffic));
        var doubts = new HashMap<String, Integer>();
        to.outlet().doubts().forEach((id, count) -> run.hostOf(id).ifPresent(host -> doubts.put(host, count)));
        return new Delivered(to.outlet().name(), sent, to.outlet().failures(), doubts);
    }

    private static boolean failed(Future<Delivered> sending) throws InterruptedException {
        try {
            sending.get();
            return false;
        } catch (ExecutionException _) {
            return true;
        }
    }

    private static Delivered result(Future<Delivered> sending) {
        if (sending.state() == Future.State.SUCCESS) return sending.resultNow();
        if (sending.exceptionNow() instanceof ProducingFailed failed) throw failed;
        if (sending.exceptionNow() instanceof SdkException unanswered) throw unanswered;
        throw new IllegalStateException(sending.exceptionNow());
    }
}
