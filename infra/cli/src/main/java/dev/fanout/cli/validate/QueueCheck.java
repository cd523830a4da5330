package dev.fanout.cli.validate;

import static dev.fanout.topology.desired.DesiredQueue.POLICY;
import static dev.fanout.topology.desired.DesiredQueue.REDRIVE_POLICY;

import dev.fanout.cli.aws.Arn;
import dev.fanout.cli.aws.Queues;
import dev.fanout.cli.validate.Checked.Difference;
import dev.fanout.topology.desired.DesiredQueue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Queues, with where their messages come from and where they end up. */
final class QueueCheck {
    private static final String KIND = "queue";

    private final JsonMapper json = JsonMapper.shared();
    private final Queues queues;
    private final TopicCheck topics;

    QueueCheck(Queues queues, TopicCheck topics) {
        this.queues = queues;
        this.topics = topics;
    }

    Checked check(DesiredQueue wanted) {
        return queues.attributes(wanted.name())
                .map(found -> compare(wanted, found))
                .orElseGet(() -> Checked.missing(KIND, wanted.name()));
    }

    private Checked compare(DesiredQueue wanted, Map<String, String> found) {
        var differences = Difference.between(wanted.settings(), found);
        wanted.feed().ifPresent(feed -> {
            redrive(feed, found.get(REDRIVE_POLICY)).ifPresent(differences::add);
            policy(feed, found).ifPresent(differences::add);
        });
        return Checked.found(KIND, wanted.name(), differences);
    }

    private Optional<Difference> redrive(DesiredQueue.Feed feed, @Nullable String found) {
        var wanted = redrive(feed.deadLetterQueue(), feed.maxReceives());
        if (found == null) return Difference.between(REDRIVE_POLICY, wanted, Checked.NOTHING);
        var policy = json.readTree(found);
        var target = Arn.name(policy.path("deadLetterTargetArn").asString(""));
        // a number or a text: AWS gives back what was written
        return Difference.between(
                REDRIVE_POLICY, wanted, redrive(target, policy.path("maxReceiveCount").asInt(0)));
    }

    private static String redrive(String target, int receives) {
        return "to %s after %d".formatted(target, receives);
    }

    /** Of a topic that is not there, nothing can be allowed, and it is named as missing anyway. */
    private Optional<Difference> policy(DesiredQueue.Feed feed, Map<String, String> found) {
        var document = found.get(POLICY);
        var queue = found.getOrDefault(Queues.ARN, "");
        var wanted = feed.topic() + " may send";
        return topics.arn(feed.topic()).flatMap(topic -> document == null
                ? Difference.between(POLICY, wanted, Checked.NOTHING)
                : policy(QueuePolicy.read(document), topic, queue, wanted));
    }

    private static Optional<Difference> policy(QueuePolicy found, String topic, String queue, String wanted) {
        var stray = found.strayResources(queue);
        if (!stray.isEmpty())
            return Difference.between(POLICY, "Resource " + queue, "Resource " + String.join(", ", stray));
        return Difference.between(POLICY, wanted, found.lets(topic, queue) ? wanted : "it may not");
    }
}
