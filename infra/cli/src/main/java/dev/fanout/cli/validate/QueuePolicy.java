package dev.fanout.cli.validate;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a topic may send to a queue, as a queue's policy says. It may be written otherwise than the provisioner
 * does it; what cannot be understood does not count as allowed.
 */
record QueuePolicy(List<JsonNode> statements) {
    private static final Set<String> SENDING = Set.of("sqs:sendmessage", "sqs:*", "*");
    private static final Set<String> COMPARING_ARNS = Set.of("ArnEquals", "ArnLike", "StringEquals", "StringLike");
    private static final String SOURCE = "aws:SourceArn";

    static QueuePolicy read(String document) {
        return new QueuePolicy(oneOrMany(JsonMapper.shared().readTree(document).path("Statement")).toList());
    }

    boolean lets(String topicArn, String queueArn) {
        return allowing().anyMatch(statement -> isForSns(statement.path("Principal"))
                && texts(statement.path("Action")).map(String::toLowerCase).anyMatch(SENDING::contains)
                && texts(statement.path("Resource")).anyMatch(queueArn::equals)
                && isOnlyAbout(topicArn, statement.path("Condition")));
    }

    /** What else than this queue the policy is about. AWS grants no more by it, but nobody should have to know that. */
    List<String> strayResources(String queueArn) {
        return allowing().flatMap(QueuePolicy::resources).filter(each -> !each.equals(queueArn)).distinct().toList();
    }

    private Stream<JsonNode> allowing() {
        return statements.stream().filter(statement -> statement.path("Effect").asString("").equals("Allow"));
    }

    private static Stream<String> resources(JsonNode statement) {
        return Stream.concat(
                texts(statement.path("Resource")), texts(statement.path("NotResource")).map("not "::concat));
    }

    private static boolean isForSns(JsonNode principal) {
        if (principal.isString()) return principal.asString().equals("*");
        return texts(principal.path("Service")).anyMatch("sns.amazonaws.com"::equals)
                || texts(principal.path("AWS")).anyMatch("*"::equals);
    }

    private static boolean isOnlyAbout(String topicArn, JsonNode condition) {
        return condition.propertyStream().allMatch(test -> COMPARING_ARNS.contains(test.getKey())
                && test.getValue().propertyStream().allMatch(key -> key.getKey().equalsIgnoreCase(SOURCE)
                        && texts(key.getValue()).anyMatch(topicArn::equals)));
    }

    private static Stream<String> texts(JsonNode node) {
        return oneOrMany(node).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static Stream<JsonNode> oneOrMany(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }
}
