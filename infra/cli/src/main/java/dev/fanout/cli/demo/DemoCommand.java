package dev.fanout.cli.demo;

import dev.fanout.cli.console.Help;
import dev.fanout.cli.console.Terminal;
import dev.fanout.topology.Fanout;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the running system at work. */
@Command(
        name = "demo",
        description = {
            "Posts three orders, their changes and ten views to the running system,",
            "and shows what each service made of them."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Mixin
    private final Help help = new Help();

    @Option(
            names = "--host",
            defaultValue = "localhost",
            description = {
                "Where the system runs; ${DEFAULT-VALUE} if not given.",
                "{service} stands for each service's name, where every one has a host of its own"
            })
    private String host = "localhost";

    @Override
    public Integer call() throws InterruptedException {
        try {
            new Demo(Terminal.standard(), new Rest(service -> address(host, service)), new Story(uniqueName()), PATIENCE).run();
            return 0;
        } catch (DemoFailed failure) {
            System.err.println("demo: " + failure.getMessage());
            return 1;
        }
    }

    static URI address(String host, String service) {
        var port = Fanout.TOPOLOGY.service(service).orElseThrow().port();
        return URI.create("http://%s:%d".formatted(host.replace("{service}", service), port));
    }

    private static String uniqueName() {
        return UUID.randomUUID().toString().substring(0, 6);
    }
}
