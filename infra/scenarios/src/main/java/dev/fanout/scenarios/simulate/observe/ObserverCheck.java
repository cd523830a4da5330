package dev.fanout.scenarios.simulate.observe;

import dev.fanout.cli.rest.Rest;
import dev.fanout.cli.rest.RestFailed;
import dev.fanout.scenarios.produce.Progress;
import dev.fanout.scenarios.simulate.traffic.RunId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Asks observers until all of them are right, or time is up. */
public record ObserverCheck(Rest rest, RunId run, Duration patience, Progress progress) {
    private static final long POLL_MILLIS = 300;

    /** What they say, and where that is wrong. */
    public record Outcome(List<ObserverReport> reports, List<Difference> differences) {}

    /** @throws RestFailed if one of them does not answer in the end either */
    public Outcome ask(List<Observer> observers) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var timeIsUp = System.nanoTime() > deadline;
            try {
                var outcome = once(observers);
                progress.say("waiting for the observers, %d counts differ".formatted(outcome.differences().size()));
                if (timeIsUp || outcome.differences().isEmpty()) return outcome;
            } catch (RestFailed e) {
                if (timeIsUp || !e.mayPass()) throw e;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private Outcome once(List<Observer> observers) {
        var reports = observers.stream().map(observer -> observer.report(rest, run)).toList();
        var differences = IntStream.range(0, observers.size())
                .boxed()
                .flatMap(i -> Comparison.of(observers.get(i).expected(), reports.get(i)).stream())
                .toList();
        return new Outcome(reports, differences);
    }
}
