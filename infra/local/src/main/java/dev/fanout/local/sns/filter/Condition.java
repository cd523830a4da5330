package dev.fanout.local.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A policy as a tree that follows the message's: each part is asked about the part of the message below it. */
sealed interface Condition {
    boolean holds(JsonNode node);

    /** Every part is true of one object; in a list of objects, of one and the same. */
    record AllOf(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(JsonNode node) {
            var objects = flat(node).filter(JsonNode::isObject).toList();
            // A missing object still lacks all its fields, and that may be what is asked for.
            List<? extends JsonNode> asked = objects.isEmpty() ? List.of(MissingNode.getInstance()) : objects;
            return asked.stream().anyMatch(object -> parts.stream().allMatch(part -> part.holds(object)));
        }
    }

    /** {@code $or} */
    record AnyOf(List<Condition> alternatives) implements Condition {
        @Override
        public boolean holds(JsonNode node) {
            return alternatives.stream().anyMatch(alternative -> alternative.holds(node));
        }
    }

    record Field(String name, Condition condition) implements Condition {
        @Override
        public boolean holds(JsonNode node) {
            return condition.holds(node.path(name));
        }
    }

    /** The list of rules beside a key. */
    record OneOf(List<Matcher> rules) implements Condition {
        @Override
        public boolean holds(JsonNode node) {
            var values = flat(node).filter(JsonNode::isValueNode).toList();
            return rules.stream().anyMatch(rule -> rule.accepts(values));
        }
    }

    private static Stream<JsonNode> flat(JsonNode node) {
        if (!node.isArray()) return Stream.of(node);
        return StreamSupport.stream(node.spliterator(), false).flatMap(Condition::flat);
    }
}
