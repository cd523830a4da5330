package dev.fanout.cli.up;

import dev.fanout.cli.console.Help;
import dev.fanout.cli.up.process.Installation;
import dev.fanout.cli.up.process.StartFailed;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Starts the system and stays with it. */
@Command(
        name = "up",
        description = {
            "Starts the local stack and all services, each as a process of its own, and merges their logs.",
            "Ctrl-C stops them all."
        })
public final class UpCommand implements Callable<Integer> {
    @Mixin
    private final Help help = new Help();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "SERVICE",
            converter = ByName.class,
            description = "Start only these, for example publisher,inventory; the local stack always runs")
    private List<Service> only = Fanout.TOPOLOGY.services();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep queues, tables and mails in this folder; without it, they end with the local stack")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--chaos",
            description = "Let faults be switched on in the services while they run, by POST /actuator/chaos/FAULT")
    private boolean chaos;

    @Override
    public Integer call() throws InterruptedException {
        try {
            var here = Installation.current();
            var plan = Plan.of(Fanout.TOPOLOGY, only::contains, here);
            return Up.of(here, data).run(chaos ? plan.withChaos() : plan);
        } catch (StartFailed notBuilt) {
            System.err.println(notBuilt.reason());
            return 1;
        }
    }

    static final class ByName implements ITypeConverter<Service> {

        @Override
        public Service convert(String name) {
            return Fanout.TOPOLOGY.service(name).orElseThrow(() -> new TypeConversionException(
                    "there is no service '%s', only %s".formatted(name, names())));
        }

        private static String names() {
            return String.join(", ", Fanout.TOPOLOGY.services().stream().map(Service::name).toList());
        }
    }
}
