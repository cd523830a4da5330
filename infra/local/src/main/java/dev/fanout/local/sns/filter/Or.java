package dev.fanout.local.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.StreamSupport;

/** When {@code $or} is the operator, and not merely a key that is called so: AWS documents three conditions. */
final class Or {
    // The words that event-ruler, AWS's own matcher, keeps for itself.
    private static final Set<String> RESERVED = Set.of(
            "exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard",
            "numeric", "cidr", "=", "<", "<=", ">", ">=", "regex", "not-wildcard",
            "not-equals-ignore-case", "date-after", "date-on-or-after", "date-before",
            "date-on-or-before", "in-date-range", "ip-address-in-range", "ip-address-not-in-range");

    private Or() {}

    static boolean is(String key, JsonNode value) {
        return key.equals("$or")
                && value.isArray()
                && value.size() >= 2
                && StreamSupport.stream(value.spliterator(), false).allMatch(Or::isAlternative);
    }

    private static boolean isAlternative(JsonNode node) {
        return node.isObject() && node.properties().stream().noneMatch(e -> RESERVED.contains(e.getKey()));
    }
}
