package dev.fanout.cli.clean;

import dev.fanout.cli.aws.Account;
import dev.fanout.cli.aws.AwsEndpoint;
import dev.fanout.cli.console.Colour;
import dev.fanout.cli.console.Table;
import dev.fanout.cli.console.Terminal;
import dev.fanout.topology.Prefix;
import dev.fanout.topology.Topology;
import dev.fanout.topology.desired.DesiredTopology;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Lists, asks, deletes, and looks again. */
final class Clean {
    /** On AWS, a table takes a minute to go, and so does a queue's name. */
    private static final Duration DELETE_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int MISUSED = 2;

    private final Deployment deployment;
    private final String of;
    private final Terminal terminal;

    private Clean(Deployment deployment, String of, Terminal terminal) {
        this.deployment = deployment;
        this.of = of;
        this.terminal = terminal;
    }

    /** @return the exit code */
    static int run(Topology topology, Prefix prefix, AwsEndpoint where, Consent consent, Terminal terminal) {
        var of = "under the prefix '%s' at %s".formatted(prefix.text(), where);
        return Account.use(where, account ->
                new Clean(new Deployment(DesiredTopology.of(topology, prefix), account), of, terminal).run(consent));
    }

    private int run(Consent consent) {
        var things = deployment.things();
        if (things.isEmpty()) return said(DONE, Colour.GREEN, "There is nothing " + of);
        list(things);
        return switch (consent.to("Delete these %d %s?".formatted(things.size(), of))) {
            case YES -> delete(things);
            case NO -> said(NOT_DONE, Colour.YELLOW, "Nothing was deleted.");
            case NOBODY_THERE -> said(MISUSED, Colour.RED,
                    "Nothing was deleted: there is no terminal to ask at. --yes deletes without asking.");
        };
    }

    private void list(List<Deletable> things) {
        var table = new Table("kind", "name");
        things.forEach(deletable -> table.row(deletable.kind(), deletable.name()));
        terminal.lines(table.lines());
    }

    private int delete(List<Deletable> things) {
        for (int i = 0; i < things.size(); i++) {
            terminal.line("  %d/%d %s: %s".formatted(i + 1, things.size(), things.get(i), outcome(things.get(i))));
        }
        var left = waitUntilGone();
        if (left.isEmpty()) return said(DONE, Colour.GREEN, "Nothing is left " + of);
        list(left);
        return said(NOT_DONE, Colour.RED, "These %d are left %s".formatted(left.size(), of));
    }

    /** What cannot be deleted keeps none of the others. */
    private static String outcome(Deletable deletable) {
        try {
            deletable.removal().run();
            return "deleted";
        } catch (AwsServiceException refused) {
            return "not deleted, " + Account.reason(refused);
        }
    }

    private List<Deletable> waitUntilGone() {
        var end = Instant.now().plus(DELETE_TIMEOUT);
        var left = deployment.things();
        while (!left.isEmpty() && Instant.now().isBefore(end) && paused()) {
            terminal.line("  waiting for %d, %s first".formatted(left.size(), left.getFirst()));
            left = deployment.things();
        }
        return left;
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int said(int exitCode, Colour colour, String text) {
        terminal.line(terminal.in(colour, text));
        return exitCode;
    }
}
