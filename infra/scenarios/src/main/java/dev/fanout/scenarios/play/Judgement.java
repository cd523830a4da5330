package dev.fanout.scenarios.play;

import static dev.fanout.scenarios.play.Disagreement.INVENTOR;
import static dev.fanout.scenarios.play.Disagreement.INVENTS;
import static dev.fanout.scenarios.play.Disagreement.LOSER;
import static dev.fanout.scenarios.play.Disagreement.LOSES;
import static dev.fanout.scenarios.play.Disagreement.MORTAL;

import dev.fanout.scenarios.stage.Findings;
import java.util.Map;

/** What the auditors have decided, beside the truth. */
record Judgement(Bench bench, Map<String, Verdicts> verdicts, Audience audience) {

    static Judgement of(Bench bench, Audience audience) throws InterruptedException {
        return new Judgement(bench, bench.verdicts(), audience);
    }

    /** Whose does not matter, if they are alike. */
    private Verdicts common() {
        return verdicts.getOrDefault(INVENTOR, Verdicts.NONE);
    }

    void addTo(Findings findings, int windows) throws InterruptedException {
        findings.same("final verdicts of all three in the end", (long) windows * verdicts.size(), finals())
                .same("of them unlike those of " + INVENTOR, 0, unlike());
        addCounts(findings);
        addInvented(findings);
        addLost(findings);
        var unjust = common().unjust(INVENTOR, LOSER, audience.ids());
        findings.same("accusations of somebody else, or false ones", 0, unjust);
    }

    private long finals() {
        return verdicts.values().stream().mapToLong(Verdicts::finals).sum();
    }

    private long unlike() {
        return verdicts.values().stream().mapToLong(common()::unlike).sum();
    }

    private void addCounts(Findings findings) throws InterruptedException {
        findings.same("views that count, of those published", published(), common().sum(Ruling::reconciled))
                .same("hosts of which another number counts", 0, common().differences(audience.byHost()))
                .same("views in the ledger of " + MORTAL, published(), bench.viewsInLedger(MORTAL));
    }

    private void addInvented(Findings findings) throws InterruptedException {
        var invented = bench.struck(INVENTOR, INVENTS);
        findings.same("views that %s counted twice: disputed".formatted(INVENTOR), invented,
                        common().sum(Ruling::disputedCount))
                .same("its ledger has too many", invented, bench.viewsInLedger(INVENTOR) - published());
    }

    private void addLost(Findings findings) throws InterruptedException {
        var lost = bench.struck(LOSER, LOSES);
        findings.same("views that %s lost: missed".formatted(LOSER), lost, common().sum(Ruling::missedCount))
                .same("its ledger lacks", lost, published() - bench.viewsInLedger(LOSER))
                .same("it has heard of from both others", lost, bench.missedBy(LOSER).size());
    }

    private long published() {
        return audience.ids().size();
    }
}
