package dev.fanout.scenarios;

import dev.fanout.scenarios.play.BackpressureScenario;
import dev.fanout.scenarios.play.BusinessDuplicateScenario;
import dev.fanout.scenarios.play.CrashScenario;
import dev.fanout.scenarios.play.DrainScenario;
import dev.fanout.scenarios.play.DuplicatesScenario;
import dev.fanout.scenarios.play.FifoScenario;
import dev.fanout.scenarios.play.HappyScenario;
import dev.fanout.scenarios.play.OutageScenario;
import dev.fanout.scenarios.play.OutboxScenario;
import dev.fanout.scenarios.play.PartialBatchScenario;
import dev.fanout.scenarios.play.PoisonScenario;
import dev.fanout.scenarios.play.SideEffectsScenario;
import dev.fanout.scenarios.play.StampedeScenario;
import dev.fanout.scenarios.play.auditors.AuditorsScenario;
import dev.fanout.scenarios.stage.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which scenarios there are. */
public final class ScenarioCatalog {
    private static final Scenario NOT_IN_ALL = new BackpressureScenario();

    /** All but the one that shows rather than proves, and takes its time. */
    public static final List<Scenario> QUICK = List.of(
            new HappyScenario(), new CrashScenario(), new DrainScenario(), new DuplicatesScenario(),
                    new PoisonScenario(), new PartialBatchScenario(),
            new SideEffectsScenario(), new BusinessDuplicateScenario(), new FifoScenario(), new OutboxScenario(),
                    new StampedeScenario(),
            new OutageScenario(), new AuditorsScenario());

    private ScenarioCatalog() {}

    public static List<Scenario> all() {
        return Stream.concat(QUICK.stream(), Stream.of(NOT_IN_ALL)).toList();
    }

    public static Optional<Scenario> named(String name) {
        return all().stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }

    public static String names() {
        return all().stream().map(Scenario::name).collect(Collectors.joining(", "));
    }
}
