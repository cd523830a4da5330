package dev.fanout.local.sns.registry;

import dev.fanout.local.sns.filter.FilterPolicy;
import dev.fanout.local.sns.filter.FilterScope;
import dev.fanout.local.sns.filter.InvalidPolicy;
import dev.fanout.local.sns.protocol.Arns;
import dev.fanout.local.sns.protocol.InvalidAttribute;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which attributes a subscription may have, and what it shows beside the ones that were set. */
public final class SubscriptionAttributes {
    static final String FILTER_POLICY = "FilterPolicy";
    static final String REDRIVE_POLICY = "RedrivePolicy";
    private static final String FILTER_SCOPE = "FilterPolicyScope";
    private static final String RAW = "RawMessageDelivery";

    private static final Set<String> KNOWN = Set.of(
            "DeliveryPolicy", FILTER_POLICY, FILTER_SCOPE, RAW, REDRIVE_POLICY, "ReplayPolicy",
            "SubscriptionRoleArn");
    private static final Set<String> BOOLEAN = Set.of("true", "false");
    private static final Map<String, String> DEFAULTS =
            Map.of(RAW, "false", FILTER_SCOPE, FilterScope.MESSAGE_ATTRIBUTES.attribute());

    private SubscriptionAttributes() {}

    /** As they are kept: checked, in AWS's spelling, and without what an empty text takes away. */
    static Map<String, String> checked(Map<String, String> attributes) {
        if (!KNOWN.containsAll(attributes.keySet())) throw new InvalidAttribute("AttributeName");
        var kept = new LinkedHashMap<>(attributes);
        kept.computeIfPresent(RAW, (_, value) -> bool(value));
        kept.values().removeIf(String::isEmpty);
        return Map.copyOf(kept);
    }

    static FilterPolicy filter(Map<String, String> attributes) {
        try {
            var scope = FilterScope.of(valueOf(attributes, FILTER_SCOPE));
            return FilterPolicy.parse(attributes.getOrDefault(FILTER_POLICY, ""), scope);
        } catch (InvalidPolicy e) {
            throw new InvalidAttribute(e.reason());
        }
    }

    static boolean raw(Map<String, String> attributes) {
        return Boolean.parseBoolean(valueOf(attributes, RAW));
    }

    /** Whether somebody who asks for these can be given what is there. */
    static boolean agree(Map<String, String> there, Map<String, String> asked) {
        return asked.entrySet().stream().allMatch(e -> e.getValue().equals(valueOf(there, e.getKey())));
    }

    public static Map<String, String> shown(Subscription subscription) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("SubscriptionArn", subscription.arn());
        shown.put("TopicArn", subscription.topicArn());
        shown.put("Protocol", Subscription.PROTOCOL);
        shown.put("Endpoint", subscription.endpoint());
        shown.put("Owner", Arns.ACCOUNT);
        shown.put("SubscriptionPrincipal", Arns.PRINCIPAL);
        shown.put("ConfirmationWasAuthenticated", "true");
        shown.put("PendingConfirmation", "false");
        shown.putAll(DEFAULTS);
        shown.putAll(subscription.attributes());
        // The scope of no policy is remembered, but AWS does not show it.
        if (!shown.containsKey(FILTER_POLICY)) shown.remove(FILTER_SCOPE);
        return shown;
    }

    private static String valueOf(Map<String, String> attributes, String name) {
        return attributes.getOrDefault(name, DEFAULTS.getOrDefault(name, ""));
    }

    private static String bool(String value) {
        var lower = value.toLowerCase(Locale.ROOT);
        if (BOOLEAN.contains(lower)) return lower;
        throw new InvalidAttribute(RAW + ": Invalid value [" + value + "]. Must be true or false.");
    }
}
