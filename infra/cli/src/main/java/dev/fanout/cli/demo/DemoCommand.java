package dev.fanout.cli.demo;

import dev.fanout.cli.console.Help;
import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.rest.Hosts;
import dev.fanout.cli.rest.Rest;
import dev.fanout.cli.rest.RestFailed;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the running system at work. */
@Command(
        name = "demo",
        description = {
            "Posts three orders, their changes and ten views to the running system,",
            "and shows what each service made of them."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    @Mixin
    private final Help help = new Help();

    @Mixin
    private final Hosts hosts = new Hosts();

    @Override
    public Integer call() throws InterruptedException {
        try {
            new Demo(Terminal.standard(), new Rest(hosts::of), new Story(uniqueName()), ANSWER_TIMEOUT).run();
            return 0;
        } catch (DemoFailed | RestFailed failure) {
            System.err.println("demo: " + failure.getMessage());
            return 1;
        }
    }

    private static String uniqueName() {
        return UUID.randomUUID().toString().substring(0, 6);
    }
}
