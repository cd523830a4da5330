package dev.fanout.cli.soak;

import dev.fanout.cli.console.Help;
import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.rest.Rest;
import dev.fanout.cli.rest.RestFailed;
import dev.fanout.cli.up.process.Installation;
import dev.fanout.cli.up.process.RunningUp;
import dev.fanout.topology.Fanout;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends orders and views through the running system while its services are killed, and balances the books. */
@Command(
        name = "soak",
        description = {
            "Sends orders and views to the running system (./fanout up, on this machine) while a service is killed",
            "with kill -9 every few seconds; then waits until everything has arrived, and balances the books:",
            "each effect in DynamoDB once, nothing lost; mails are counted as the email service notes them (one whose",
            "sender was killed before the note may have gone out twice). Exits with 1 when they do not balance. It",
            "kills only what the ./fanout up of this checkout has started."
        })
public final class SoakCommand implements Callable<Integer> {
    @Mixin
    private final Help help = new Help();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--minutes", defaultValue = "1", description = "How long traffic flows; ${DEFAULT-VALUE}")
    private double minutes = 1;

    @Option(names = "--rate", defaultValue = "10", description = "Orders a second, and as many views; ${DEFAULT-VALUE}")
    private double rate = 10;

    @Option(names = "--kill-every", defaultValue = "20", paramLabel = "SECONDS",
            description = "How often a service is killed; ${DEFAULT-VALUE}, 0 is never")
    private double killEvery = 20;

    @Option(names = "--seed", description = "Which orders, and who is killed; any, if not given")
    private Optional<Long> seed = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        if (!(minutes > 0 && minutes <= 24 * 60) || !(rate > 0 && rate <= 1000) || !(killEvery >= 0))
            throw new ParameterException(spec.commandLine(), "--minutes must be above 0 and at most 1440, "
                    + "--rate above 0 and at most 1000, --kill-every not negative");
        var plan = new SoakPlan(seconds(minutes * 60), rate, seconds(killEvery),
                seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000)));
        var here = Installation.current();
        if (!plan.killEvery().isZero() && RunningUp.of(here).isEmpty()) return refuse(here);
        try {
            var terminal = Terminal.standard();
            ServiceKiller.Victims ours = name -> RunningUp.of(here).flatMap(up -> up.service(name));
            var killer = new ServiceKiller(terminal, ours, plan.killEvery(), plan.seed());
            return new Soak(terminal, new Rest(SoakCommand::address), plan, killer).run() ? 0 : 1;
        } catch (RestFailed failure) {
            System.err.println("soak: " + failure.getMessage());
            return 1;
        }
    }

    private static int refuse(Installation here) {
        System.err.println("soak: it kills only what ./fanout up of %s has started, and that does not run. "
                .formatted(here.home()) + "Start it, or kill nobody: --kill-every 0");
        return 1;
    }

    /** Only here: nobody kills what runs on another machine. */
    private static URI address(String service) {
        return URI.create("http://localhost:" + Fanout.TOPOLOGY.service(service).orElseThrow().port());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }
}
