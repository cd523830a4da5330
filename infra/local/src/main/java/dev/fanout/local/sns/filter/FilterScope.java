package dev.fanout.local.sns.filter;

import java.util.stream.Stream;

/** What of a message a filter policy looks at. */
public enum FilterScope {
    MESSAGE_ATTRIBUTES("MessageAttributes"),
    MESSAGE_BODY("MessageBody");

    private final String attribute;

    FilterScope(String attribute) {
        this.attribute = attribute;
    }

    /** As the attribute {@code FilterPolicyScope} has it. */
    public String attribute() {
        return attribute;
    }

    public static FilterScope of(String attribute) {
        return Stream.of(values())
                .filter(scope -> scope.attribute.equals(attribute))
                .findAny()
                .orElseThrow(() -> InvalidPolicy.noSuchScope(attribute));
    }
}
