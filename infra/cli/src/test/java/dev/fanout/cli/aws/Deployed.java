package dev.fanout.cli.aws;

import dev.fanout.messaging.aws.Naming;
import dev.fanout.messaging.aws.QueueProvisioner;
import dev.fanout.messaging.aws.TableProvisioner;
import dev.fanout.testing.FanoutStack;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Prefix;
import dev.fanout.topology.Service;
import dev.fanout.topology.Subscription;
import dev.fanout.topology.Table;
import dev.fanout.topology.Topology;
import dev.fanout.topology.desired.DesiredTopology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** A topology as the services make it at their start, under a prefix. */
public record Deployed(Topology topology, Prefix prefix) {
    /** One of each kind: a filtering queue, an ordered one, a table with an index and expiry. */
    public static final Topology SMALL = small();

    /** How many things the suite has at AWS. */
    public static int ofAll() {
        var all = DesiredTopology.of(Fanout.TOPOLOGY, new Prefix(""));
        return all.topics().size() + all.queues().size() + all.subscriptions().size() + all.tables().size();
    }

    public static Deployed of(Topology topology) {
        return under(FanoutStack.get().uniquePrefix(), topology);
    }

    public static Deployed under(String prefix, Topology topology) {
        var stack = FanoutStack.get();
        var naming = new Naming(prefix);
        try (var http = AwsCrtAsyncHttpClient.create();
                var sqs = SqsAsyncClient.builder().httpClient(http).build()) {
            new QueueProvisioner(sqs, stack.sns(), naming).provision(topology);
        }
        new TableProvisioner(stack.dynamoDb(), naming).provision(topology);
        return new Deployed(topology, new Prefix(prefix));
    }

    public static AwsEndpoint where() {
        return AwsEndpoint.at(FanoutStack.get().endpoint());
    }

    public DesiredTopology wanted() {
        return DesiredTopology.of(topology, prefix);
    }

    public String topicArn(String name) {
        return FanoutStack.get().sns().listTopicsPaginator().topics().stream()
                .map(topic -> topic.topicArn())
                .filter(arn -> Arn.name(arn).equals(prefix.of(name)))
                .findFirst()
                .orElseThrow();
    }

    public String queueUrl(String name) {
        return FanoutStack.get().sqs().getQueueUrl(get -> get.queueName(prefix.of(name))).queueUrl();
    }

    public String subscriptionArn(String queue) {
        return FanoutStack.get().sns().listSubscriptionsPaginator().subscriptions().stream()
                .filter(found -> Arn.name(found.endpoint()).equals(prefix.of(queue)))
                .map(found -> found.subscriptionArn())
                .findFirst()
                .orElseThrow();
    }

    private static Topology small() {
        var filter = Map.of("event_type", List.of("order.created"));
        var choosy = new Subscription("choosy", Fanout.ORDER_EVENTS, false, filter, 5);
        var ordered = new Subscription("ordered", Fanout.VIEW_EVENTS, true, Map.of(), 5);
        var keys = new Table.Keys("id", Optional.of("at"));
        var index = new Table.Index("by-host", new Table.Keys("host", Optional.empty()));
        var kept = new Table("kept", keys, Optional.of("expires_at"), List.of(index));
        return new Topology(
                List.of(Service.service("small", 0).subscribesTo(choosy).subscribesTo(ordered).ownsTables(kept)),
                List.of());
    }
}
