package dev.fanout.scenarios;

import dev.fanout.cli.console.Colour;
import dev.fanout.cli.console.Table;
import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.up.process.StartFailed;
import dev.fanout.scenarios.aws.AwsClients;
import dev.fanout.scenarios.aws.AwsEnvironment;
import dev.fanout.scenarios.produce.Progress;
import dev.fanout.scenarios.stage.LocalAws;
import dev.fanout.scenarios.stage.Programs;
import dev.fanout.scenarios.stage.Scenario;
import dev.fanout.scenarios.stage.ScenarioContext;
import dev.fanout.scenarios.stage.ScenarioFailed;
import dev.fanout.scenarios.stage.ScenarioOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Plays scenarios one after the other, on one AWS. */
final class ScenarioRunner implements AutoCloseable {
    private final Programs programs;
    private final ScenarioOptions options;
    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Progress progress = Progress.standard();
    private @Nullable LocalAws local;
    private @Nullable AwsClients aws;
    private volatile @Nullable ScenarioContext context;
    private volatile boolean closing;

    private record Played(Scenario scenario, boolean holds, Duration took) {}

    ScenarioRunner(Programs programs, ScenarioOptions options, Terminal terminal, Map<String, String> environment) {
        this.programs = programs;
        this.options = options;
        this.terminal = terminal;
        this.environment = environment;
    }

    /** Whether all hold. */
    boolean play(List<Scenario> scenarios) throws InterruptedException {
        var played = new ArrayList<Played>();
        for (var scenario : scenarios) played.add(play(scenario));
        if (played.size() > 1) tell(played);
        return played.stream().allMatch(Played::holds);
    }

    private Played play(Scenario scenario) throws InterruptedException {
        terminal.line("");
        terminal.line(terminal.in(Colour.BOLD, scenario.name()) + ": " + scenario.shows());
        var begin = System.nanoTime();
        var holds = false;
        try (var open = new ScenarioContext(this::aws, programs, options, progress, terminal)) {
            context = open;
            holds = play(scenario, open);
            if (options.keep()) terminal.lines(open.kept());
        }
        var played = new Played(scenario, holds, Duration.ofNanos(System.nanoTime() - begin));
        if (!closing) terminal.line("  " + verdict(played));
        return played;
    }

    private boolean play(Scenario scenario, ScenarioContext open) throws InterruptedException {
        try {
            var expectations = scenario.play(open);
            progress.end();
            terminal.lines(expectations.lines(terminal));
            return expectations.hold();
        } catch (ScenarioFailed e) {
            failed(String.valueOf(e.getMessage()), e.lastLines());
        } catch (StartFailed e) {
            failed(e.reason(), e.lastLines());
        } catch (SdkException | CompletionException e) {
            failed("AWS does not answer: " + firstLine(e), List.of());
        } catch (RuntimeException e) {
            failed(firstLine(e), List.of());
        }
        return false;
    }

    private static String firstLine(RuntimeException e) {
        return e.toString().lines().findFirst().orElse("");
    }

    /** Whoever ends the command knows why nothing holds any more. */
    private void failed(String reason, List<String> lastLines) {
        progress.end();
        if (closing) return;
        terminal.line(terminal.in(Colour.RED, "  " + reason));
        lastLines.forEach(line -> terminal.line("    " + line));
    }

    private String verdict(Played played) {
        var seconds = String.format(Locale.ROOT, "%.1f s", played.took().toMillis() / 1000.0);
        return played.holds()
                ? terminal.in(Colour.GREEN, played.scenario().name() + " holds") + ", after " + seconds
                : terminal.in(Colour.RED, played.scenario().name() + " does NOT hold") + ", after " + seconds;
    }

    private void tell(List<Played> played) {
        var table = new Table("scenario", "result", "seconds");
        played.forEach(each -> table.row(
                each.scenario().name(), each.holds() ? "holds" : "DIFFERS", each.took().toSeconds()));
        terminal.line("");
        terminal.lines(table.lines());
        var all = played.stream().map(Played::took).reduce(Duration.ZERO, Duration::plus);
        terminal.line("  %d of %d hold, after %d s."
                .formatted(played.stream().filter(Played::holds).count(), played.size(), all.toSeconds()));
    }

    /** The one that is named, or one of our own, from the first need on. */
    private synchronized AwsClients aws() {
        var known = aws;
        if (known != null) return known;
        var made = new AwsClients(where());
        aws = made;
        return made;
    }

    private AwsEnvironment where() {
        if (AwsEnvironment.isNamedIn(environment)) return AwsEnvironment.of(environment, URI.create(""));
        try {
            progress.say("starting a local stack");
            var started = LocalAws.start(programs, Optional.empty());
            local = started;
            return started.where();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        closing = true;
        var open = context;
        if (open != null) open.close();
        closeAws();
    }

    private synchronized void closeAws() {
        if (aws != null) aws.close();
        aws = null;
        if (local != null && options.keep())
            terminal.line("Kept: the local stack at %s (pid %d)".formatted(local.where().endpoint(), local.pid()));
        else if (local != null) local.close();
        local = null;
    }
}
