package dev.fanout.local.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * How large a policy may be: the developer guide's page "Filter policy constraints" (sns/latest/dg,
 * subscription-filter-policy-constraints).
 */
final class PolicyLimits {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_KEYS = 5;
    private static final int MOST_COMBINATIONS = 150;

    private PolicyLimits() {}

    static void checkSize(String json) {
        if (json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES)
            throw InvalidPolicy.because("Filter policy can not be larger than 256 KB");
    }

    static void check(JsonNode policy, FilterScope scope) {
        if (scope == FilterScope.MESSAGE_ATTRIBUTES && nested(policy)) throw InvalidPolicy.nested(scope);
        // Of the keys in a body, only the uppermost count.
        if (policy.size() > MOST_KEYS)
            throw InvalidPolicy.because("Filter policy can not have more than 5 keys");
        if (combinations(policy, 1) > MOST_COMBINATIONS)
            throw InvalidPolicy.because("Filter policy is too complex");
    }

    private static boolean nested(JsonNode policy) {
        return policy.properties().stream().anyMatch(field -> Or.is(field.getKey(), field.getValue())
                ? StreamSupport.stream(field.getValue().spliterator(), false).anyMatch(PolicyLimits::nested)
                : field.getValue().isObject());
    }

    /** A list counts its rules times its depth, keys beside each other multiply, alternatives add up. */
    private static double combinations(JsonNode object, int depth) {
        return object.properties().stream()
                .mapToDouble(field -> combinations(field, depth))
                .reduce(1, (product, each) -> product * each);
    }

    private static double combinations(Map.Entry<String, JsonNode> field, int depth) {
        var value = field.getValue();
        if (value.isObject()) return combinations(value, depth + 1);
        if (!Or.is(field.getKey(), value)) return (double) value.size() * depth;
        return StreamSupport.stream(value.spliterator(), false)
                .mapToDouble(alternative -> combinations(alternative, depth))
                .sum();
    }
}
