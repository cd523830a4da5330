package dev.fanout.local.sns.protocol;

/** An attribute that cannot be had. Where it was asked for decides how AWS words it. */
public final class InvalidAttribute extends RuntimeException {
    private final String reason;

    public InvalidAttribute(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** While something is made with it. */
    public SnsException atCreation() {
        return SnsException.invalid("Attributes Reason: " + reason);
    }

    /** While it alone is set. */
    public SnsException atSetting() {
        return SnsException.invalid(reason);
    }
}
