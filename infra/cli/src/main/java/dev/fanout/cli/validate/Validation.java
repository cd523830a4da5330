package dev.fanout.cli.validate;

import dev.fanout.cli.aws.Account;
import dev.fanout.cli.aws.AwsEndpoint;
import dev.fanout.cli.console.Colour;
import dev.fanout.cli.console.Terminal;
import dev.fanout.topology.Prefix;
import dev.fanout.topology.Topology;
import dev.fanout.topology.desired.DesiredTopology;
import java.util.List;
import java.util.stream.Stream;

/** Looks at everything, says what it found. */
final class Validation {

    private Validation() {}

    /** @return the exit code */
    static int run(Topology topology, Prefix prefix, AwsEndpoint where, Terminal terminal) {
        return Account.use(where, account -> {
            var all = check(DesiredTopology.of(topology, prefix), account);
            terminal.lines(Report.of(all));
            var wrong = all.stream().filter(checked -> !checked.right()).count();
            var summary = "%d right, %d not, at %s%s".formatted(all.size() - wrong, wrong, where, under(prefix));
            terminal.line(terminal.in(wrong == 0 ? Colour.GREEN : Colour.RED, summary));
            return wrong == 0 ? 0 : 1;
        });
    }

    static List<Checked> check(DesiredTopology desired, Account account) {
        var topics = new TopicCheck(account.topics());
        var queues = new QueueCheck(account.queues(), topics);
        var subscriptions = new SubscriptionCheck(account.subscriptions());
        var tables = new TableCheck(account.tables());
        return Stream.of(
                        desired.topics().stream().map(topics::check),
                        desired.queues().stream().map(queues::check),
                        desired.subscriptions().stream().map(subscriptions::check),
                        desired.tables().stream().map(tables::check))
                .flatMap(checks -> checks)
                .toList();
    }

    private static String under(Prefix prefix) {
        return prefix.text().isEmpty() ? "" : " under the prefix " + prefix.text();
    }
}
