package dev.fanout.local.sns.filter;

/** A filter policy that AWS refuses, in AWS's words. */
public final class InvalidPolicy extends RuntimeException {
    private final String reason;

    private InvalidPolicy(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    static InvalidPolicy because(String reason) {
        return new InvalidPolicy("FilterPolicy: " + reason);
    }

    static InvalidPolicy nested(FilterScope scope) {
        return new InvalidPolicy(
                "Filter policy scope " + scope.attribute() + " does not support nested filter policy");
    }

    static InvalidPolicy noSuchScope(String value) {
        return new InvalidPolicy("FilterPolicyScope: Invalid value [" + value + "]."
                + " Please use either MessageBody or MessageAttributes");
    }

    public String reason() {
        return reason;
    }
}
