package dev.fanout.messaging.aws;

import dev.fanout.topology.Topic;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sns.SnsClient;

/** Finds the ARNs of topics by their names, with no right but to list them. */
public final class Topics {
    private final SnsClient sns;
    private final Naming naming;
    private final Map<Topic, String> known = new ConcurrentHashMap<>();

    Topics(SnsClient sns, Naming naming) {
        this.sns = sns;
        this.naming = naming;
    }

    /** @throws MissingTopology if there is no such topic */
    public String arn(Topic topic) {
        return known.computeIfAbsent(topic, this::find);
    }

    private String find(Topic topic) {
        var name = naming.physical(topic.name());
        return sns.listTopicsPaginator().topics().stream()
                .map(found -> found.topicArn())
                .filter(arn -> arn.endsWith(":" + name))
                .findFirst()
                .orElseThrow(() -> new MissingTopology("topic", name, naming));
    }
}
