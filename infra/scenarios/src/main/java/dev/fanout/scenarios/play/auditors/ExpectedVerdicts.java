package dev.fanout.scenarios.play.auditors;

import static dev.fanout.scenarios.play.auditors.AuditorsScenario.INVENTOR;
import static dev.fanout.scenarios.play.auditors.AuditorsScenario.INVENTS;
import static dev.fanout.scenarios.play.auditors.AuditorsScenario.LOSER;
import static dev.fanout.scenarios.play.auditors.AuditorsScenario.LOSES;
import static dev.fanout.scenarios.play.auditors.AuditorsScenario.MORTAL;

import dev.fanout.scenarios.observe.Expectations;
import java.util.Map;

/** What the auditors have decided, beside the truth. */
record ExpectedVerdicts(AuditorClients auditors, Map<String, AuditorVerdicts> verdicts, ViewGenerator views) {

    static ExpectedVerdicts of(AuditorClients auditors, ViewGenerator views) throws InterruptedException {
        return new ExpectedVerdicts(auditors, auditors.verdicts(), views);
    }

    /** Whose does not matter, if they are alike. */
    private AuditorVerdicts common() {
        return verdicts.getOrDefault(INVENTOR, AuditorVerdicts.NONE);
    }

    void addTo(Expectations expectations, int windows) throws InterruptedException {
        expectations.same("final verdicts of all three in the end", (long) windows * verdicts.size(), finals())
                .same("of them unlike those of " + INVENTOR, 0, unlike());
        addCounts(expectations);
        addInvented(expectations);
        addLost(expectations);
        var unjust = common().unjust(INVENTOR, LOSER, views.ids());
        expectations.same("accusations of somebody else, or false ones", 0, unjust);
    }

    private long finals() {
        return verdicts.values().stream().mapToLong(AuditorVerdicts::finals).sum();
    }

    private long unlike() {
        return verdicts.values().stream().mapToLong(common()::unlike).sum();
    }

    private void addCounts(Expectations expectations) throws InterruptedException {
        expectations.same("views that count, of those published", published(), common().sum(WindowRuling::reconciled))
                .same("hosts of which another number counts", 0, common().differences(views.byHost()))
                .same("views in the ledger of " + MORTAL, published(), auditors.viewsInLedger(MORTAL));
    }

    private void addInvented(Expectations expectations) throws InterruptedException {
        var invented = auditors.struck(INVENTOR, INVENTS);
        expectations.same("views that %s counted twice: disputed".formatted(INVENTOR), invented,
                        common().sum(WindowRuling::disputedCount))
                .same("its ledger has too many", invented, auditors.viewsInLedger(INVENTOR) - published());
    }

    private void addLost(Expectations expectations) throws InterruptedException {
        var lost = auditors.struck(LOSER, LOSES);
        expectations.same("views that %s lost: missed".formatted(LOSER), lost, common().sum(WindowRuling::missedCount))
                .same("its ledger lacks", lost, published() - auditors.viewsInLedger(LOSER))
                .same("it has heard of from both others", lost, auditors.missedBy(LOSER).size());
    }

    private long published() {
        return views.ids().size();
    }
}
