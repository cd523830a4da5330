package dev.fanout.local.sns;

/** An attribute that cannot be had. Where it was asked for decides how AWS words it. */
final class InvalidAttribute extends RuntimeException {
    private final String reason;

    InvalidAttribute(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** While something is made with it. */
    SnsException atCreation() {
        return SnsException.invalid("Attributes Reason: " + reason);
    }

    /** While it alone is set. */
    SnsException atSetting() {
        return SnsException.invalid(reason);
    }
}
