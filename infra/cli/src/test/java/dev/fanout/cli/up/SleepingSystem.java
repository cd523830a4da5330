package dev.fanout.cli.up;

import dev.fanout.cli.console.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code fanout up} with programs that only sleep, for the tests that send it signals. */
final class SleepingSystem {
    private SleepingSystem() {}

    public static void main(String... args) throws InterruptedException {
        var services = List.of(Shell.sleeper("publisher"), Shell.sleeper("inventory"));
        var plan = new Plan(List.of(List.of(Shell.sleeper("local")), services));
        var up = new Up(Terminal.standard(), (same, _) -> same, _ -> true, _ -> Optional.empty(),
                Duration.ofSeconds(30));
        System.exit(up.run(plan));
    }
}
