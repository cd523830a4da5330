package dev.fanout.scenarios;

import dev.fanout.events.WorkRequested;
import dev.fanout.scenarios.produce.Producer.Sent;
import dev.fanout.scenarios.produce.WorkPlan;
import java.util.List;
import java.util.Locale;

/** What was sent, in one line. */
record ProduceSummary(WorkPlan plan, String outlet, List<WorkRequested> events, Sent sent) {

    String line() {
        var seconds = Math.max(0.001, sent.took().toMillis() / 1000.0);
        return String.format(
                Locale.ROOT,
                "Sent %d messages to %s in %.1f s (%.0f a second, %d calls, %d repeated): "
                        + "%d pieces, of them %d poison, and %d duplicates; seed %d",
                sent.messages(), outlet, seconds, sent.messages() / seconds, sent.calls(), sent.repeats(),
                plan.pieces(), poison(), plan.duplicates(), plan.seed());
    }

    private long poison() {
        return events.stream().filter(WorkRequested::chokesItsWorker).map(WorkRequested::eventId).distinct().count();
    }
}
