package dev.fanout.cli.validate;

import dev.fanout.cli.aws.Topics;
import dev.fanout.cli.validate.Checked.Difference;
import dev.fanout.topology.desired.DesiredTopic;
import java.util.Map;
import java.util.Optional;

/** Topics, by the names that the account lists. */
final class TopicCheck {
    private static final String KIND = "topic";

    private final Topics topics;
    private final Map<String, String> arns;

    TopicCheck(Topics topics) {
        this.topics = topics;
        this.arns = topics.arns();
    }

    Optional<String> arn(String name) {
        return Optional.ofNullable(arns.get(name));
    }

    Checked check(DesiredTopic wanted) {
        return arn(wanted.name())
                .map(topics::attributes)
                .map(found -> Checked.found(
                        KIND, wanted.name(), Difference.between(wanted.attributes(), found)))
                .orElseGet(() -> Checked.missing(KIND, wanted.name()));
    }
}
