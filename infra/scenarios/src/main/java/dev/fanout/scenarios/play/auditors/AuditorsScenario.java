package dev.fanout.scenarios.play.auditors;

import dev.fanout.scenarios.load.KilledProcess;
import dev.fanout.scenarios.observe.Expectations;
import dev.fanout.scenarios.stage.Auditors;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Three auditors hear the same. One is dead for a while, one counts some views twice, one loses some. */
public final class AuditorsScenario implements Scenario {
    static final String MORTAL = "auditor-a";
    static final String INVENTOR = "auditor-b";
    static final String LOSER = "auditor-c";
    static final String INVENTS = "count-again";
    static final String LOSES = "drop";

    private static final String CHAOS = "fanout.chaos.enabled=true";
    private static final String SOMETIMES = "fanout.chaos.faults.%s=rate 0.05";

    private static final Duration SHOW = Duration.ofSeconds(24);
    private static final Duration WINDOW = Duration.ofSeconds(5);

    /**
     * Shorter than usual, so that there are verdicts within seconds; but the first views go through programs that have
     * just started, and must not come after the close.
     */
    private static final List<String> BRISK = List.of(
            "fanout.auditor.window=" + WINDOW, "fanout.auditor.lateness=8s", "fanout.auditor.vote.patience=3s");

    /** @param meanwhile what the others said, before it came back, of windows that it did not live to close */
    private record Absence(int exitCode, List<WindowRuling> meanwhile) {}

    @Override
    public String name() {
        return "auditors";
    }

    @Override
    public String shows() {
        return "of three auditors one is killed, one counts views twice, one loses some: "
                + "they decide alike, and rightly, and say who was wrong";
    }

    @Override
    public Expectations play(ScenarioContext context) throws InterruptedException {
        var auditors = context.auditors();
        open(auditors);
        var bench = new AuditorClients(auditors);
        var views = new ViewGenerator(Math.max(ViewGenerator.PARTS, context.count(600)), SHOW);
        views.showPart(auditors::send);
        context.await("final verdicts of all three", 1, bench::finals);
        var absence = absence(context, bench, views);
        begin(auditors, MORTAL);
        views.showPart(auditors::send);
        auditors.process(MORTAL).awaitReady();
        return judged(context, bench, views, absence);
    }

    private static void open(Auditors auditors) throws InterruptedException {
        begin(auditors, MORTAL);
        begin(auditors, INVENTOR, CHAOS, SOMETIMES.formatted(INVENTS));
        begin(auditors, LOSER, CHAOS, SOMETIMES.formatted(LOSES));
        for (var auditor : auditors.names()) auditors.process(auditor).awaitReady();
    }

    private static void begin(Auditors auditors, String auditor, String... faults) throws InterruptedException {
        auditors.begin(auditor, Stream.concat(BRISK.stream(), Stream.of(faults)).toArray(String[]::new));
    }

    private static Absence absence(ScenarioContext context, AuditorClients bench, ViewGenerator views)
            throws InterruptedException {
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            var heard = bench.viewsInLedger(MORTAL);
            var show = background.submit(() -> {
                views.showPart(bench.auditors()::send);
                return views;
            });
            context.await("views heard by " + MORTAL, heard + 1, () -> bench.viewsInLedger(MORTAL));
            var exitCode = bench.auditors().process(MORTAL).kill();
            var died = Instant.now();
            awaitEnd(show);
            context.await("provisional verdicts without it", 1, () -> provisional(without(bench, died)));
            return new Absence(exitCode, without(bench, died));
        }
    }

    private static List<WindowRuling> without(AuditorClients bench, Instant died) throws InterruptedException {
        var said = new ArrayList<>(bench.rulings(INVENTOR));
        said.addAll(bench.rulings(LOSER));
        said.removeIf(ruling -> ruling.window().plus(WINDOW).isBefore(died));
        return said;
    }

    private static long provisional(List<WindowRuling> rulings) {
        return rulings.stream().filter(WindowRuling::isProvisional).count();
    }

    private static void awaitEnd(Future<?> show) throws InterruptedException {
        try {
            show.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the views cannot be sent: " + e.getCause(), e);
        }
    }

    private static Expectations judged(ScenarioContext context, AuditorClients bench, ViewGenerator views,
            Absence absence)
            throws InterruptedException {
        var windows = views.windows(WINDOW).size();
        context.await("final verdicts", (long) windows * bench.auditors().names().size(), bench::finals);
        var expected = ExpectedVerdicts.of(bench, views);
        context.show(VoteOutput.of(expected.verdicts()));
        context.show(bench.agreement(LOSER));
        var expectations = new Expectations()
                .same("exit code of " + MORTAL, KilledProcess.KILLED, absence.exitCode)
                .atLeast("provisional verdicts until it is back", 1, provisional(absence.meanwhile))
                .same("final ones on windows that it has not closed", 0,
                        absence.meanwhile.stream().filter(WindowRuling::isFinal).count());
        expected.addTo(expectations, windows);
        return expectations;
    }
}
