package dev.fanout.cli.validate;

import static dev.fanout.topology.desired.DesiredSubscription.FILTER_POLICY;

import dev.fanout.cli.aws.Arn;
import dev.fanout.cli.aws.Subscriptions;
import dev.fanout.cli.validate.Checked.Difference;
import dev.fanout.topology.desired.DesiredSubscription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Subscriptions, by the topic and the queue that they join. */
final class SubscriptionCheck {
    private static final String KIND = "subscription";
    private static final String CONFIRMED = "confirmed";

    private final JsonMapper json = JsonMapper.shared();
    private final Subscriptions subscriptions;
    private final List<Subscriptions.Found> all;

    SubscriptionCheck(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
        this.all = subscriptions.all();
    }

    Checked check(DesiredSubscription wanted) {
        var name = wanted.topic() + " to " + wanted.queue();
        return all.stream()
                .filter(found -> Arn.name(found.topicArn()).equals(wanted.topic()))
                .filter(found -> Arn.name(found.endpoint()).equals(wanted.queue()))
                .findFirst()
                .map(found -> Checked.found(KIND, name, compare(wanted, found)))
                .orElseGet(() -> Checked.missing(KIND, name));
    }

    private List<Difference> compare(DesiredSubscription wanted, Subscriptions.Found found) {
        if (!found.confirmed()) return List.of(new Difference("state", CONFIRMED, found.arn()));
        return Difference.between(comparable(wanted.attributes()), comparable(subscriptions.attributes(found.arn())));
    }

    /** A filter that nobody wants loses messages, so its absence counts too; the same filter has many spellings. */
    private Map<String, String> comparable(Map<String, String> attributes) {
        var comparable = new HashMap<>(attributes);
        var filter = attributes.getOrDefault(FILTER_POLICY, "");
        var empty = filter.isBlank() || json.readTree(filter).isEmpty();
        comparable.put(FILTER_POLICY, empty ? Checked.NOTHING : json.readTree(filter).toString());
        return comparable;
    }
}
