package dev.fanout.local.sns.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Which messages a subscription hears. */
public final class FilterPolicy {
    private final FilterScope scope;
    private final Optional<Condition> condition;

    private FilterPolicy(FilterScope scope, Optional<Condition> condition) {
        this.scope = scope;
        this.condition = condition;
    }

    /** Throws {@link InvalidPolicy} where AWS would refuse it. No text and no keys: everything is heard. */
    public static FilterPolicy parse(String json, FilterScope scope) {
        if (json.isEmpty()) return new FilterPolicy(scope, Optional.empty());
        PolicyLimits.checkSize(json);
        var policy = read(json);
        PolicyLimits.check(policy, scope);
        if (policy.isEmpty()) return new FilterPolicy(scope, Optional.empty());
        return new FilterPolicy(scope, Optional.of(PolicyParser.parse(policy)));
    }

    public FilterScope scope() {
        return scope;
    }

    public boolean hearsAll() {
        return condition.isEmpty();
    }

    /**
     * Asked with the attributes or the body, whatever the scope says. What has no keys at all is never heard,
     * not even by {@code "exists": false}: so AWS's documentation of key matching.
     */
    public boolean accepts(JsonNode message) {
        if (condition.isEmpty()) return true;
        return message.isObject() && !message.isEmpty() && condition.get().holds(Dots.opened(message));
    }

    private static ObjectNode read(String json) {
        try {
            if (Json.READER.readTree(json) instanceof ObjectNode policy) return policy;
        } catch (JsonProcessingException e) {
            throw InvalidPolicy.because("failed to parse JSON. " + e.getMessage());
        }
        throw InvalidPolicy.because("Filter is not an object");
    }
}
