package dev.fanout.scenarios.play;

import dev.fanout.scenarios.stage.Auditors;
import dev.fanout.scenarios.stage.Findings;
import dev.fanout.scenarios.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Three auditors hear the same. One is dead for a while, one counts some views twice, one loses some. */
final class Disagreement implements Scenario {
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
    private record Absence(int exitCode, List<Ruling> meanwhile) {}

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
    public Findings play(Stage stage) throws InterruptedException {
        var auditors = stage.auditors();
        open(auditors);
        var bench = new Bench(auditors);
        var audience = new Audience(Math.max(Audience.PARTS, stage.count(600)), SHOW);
        audience.showPart(auditors::send);
        stage.await("final verdicts of all three", 1, bench::finals);
        var absence = absence(stage, bench, audience);
        begin(auditors, MORTAL);
        audience.showPart(auditors::send);
        auditors.process(MORTAL).awaitReady();
        return judged(stage, bench, audience, absence);
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

    private static Absence absence(Stage stage, Bench bench, Audience audience) throws InterruptedException {
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            var heard = bench.viewsInLedger(MORTAL);
            var show = background.submit(() -> {
                audience.showPart(bench.auditors()::send);
                return audience;
            });
            stage.await("views heard by " + MORTAL, heard + 1, () -> bench.viewsInLedger(MORTAL));
            var exitCode = bench.auditors().process(MORTAL).kill();
            var died = Instant.now();
            awaitEnd(show);
            stage.await("provisional verdicts without it", 1, () -> provisional(without(bench, died)));
            return new Absence(exitCode, without(bench, died));
        }
    }

    private static List<Ruling> without(Bench bench, Instant died) throws InterruptedException {
        var said = new ArrayList<>(bench.rulings(INVENTOR));
        said.addAll(bench.rulings(LOSER));
        said.removeIf(ruling -> ruling.window().plus(WINDOW).isBefore(died));
        return said;
    }

    private static long provisional(List<Ruling> rulings) {
        return rulings.stream().filter(Ruling::isProvisional).count();
    }

    private static void awaitEnd(Future<?> show) throws InterruptedException {
        try {
            show.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the views cannot be sent: " + e.getCause(), e);
        }
    }

    private static Findings judged(Stage stage, Bench bench, Audience audience, Absence absence)
            throws InterruptedException {
        var windows = audience.windows(WINDOW).size();
        stage.await("final verdicts", (long) windows * bench.auditors().names().size(), bench::finals);
        var judgement = Judgement.of(bench, audience);
        stage.show(Minutes.of(judgement.verdicts()));
        stage.show(bench.agreement(LOSER));
        var findings = new Findings()
                .same("exit code of " + MORTAL, Killed.KILLED, absence.exitCode)
                .atLeast("provisional verdicts until it is back", 1, provisional(absence.meanwhile))
                .same("final ones on windows that it has not closed", 0,
                        absence.meanwhile.stream().filter(Ruling::isFinal).count());
        judgement.addTo(findings, windows);
        return findings;
    }
}
