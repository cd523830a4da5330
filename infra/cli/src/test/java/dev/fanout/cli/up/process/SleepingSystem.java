package dev.fanout.cli.up.process;

import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.up.Plan;
import dev.fanout.cli.up.Up;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code fanout up} with programs that only sleep, for the tests that send it signals. */
public final class SleepingSystem {
    /** For a service that does not end when it is asked to. */
    public static final String DEAF = "deaf";

    private SleepingSystem() {}

    public static Process writingTo(Path output) throws IOException {
        return new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    public static List<String> command(String... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java, "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                SleepingSystem.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    public static void main(String... args) throws InterruptedException {
        var inventory = List.of(args).contains(DEAF)
                ? Shell.program("inventory", "trap '' TERM; exec sleep 600")
                : Shell.sleeper("inventory");
        var services = List.of(Shell.sleeper("publisher"), inventory);
        var plan = new Plan(List.of(List.of(Shell.sleeper("local")), services));
        var up = new Up(Terminal.standard(), (same, _) -> same, _ -> true, _ -> Optional.empty(),
                Duration.ofSeconds(30));
        System.exit(up.run(plan));
    }
}
