package dev.fanout.local.sns.protocol;

/** A refusal, in the words of AWS: SDKs turn the code into their exception types. */
public final class SnsException extends RuntimeException {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final int status;
    private final String code;

    private SnsException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static SnsException invalid(String what) {
        return new SnsException(BAD_REQUEST, "InvalidParameter", "Invalid parameter: " + what);
    }

    public static SnsException noSuch(String what) {
        return new SnsException(NOT_FOUND, "NotFound", what + " does not exist");
    }

    public static SnsException noResource() {
        return new SnsException(NOT_FOUND, "ResourceNotFound", "Resource does not exist");
    }

    public static SnsException refused(String code, String message) {
        return new SnsException(BAD_REQUEST, code, message);
    }

    /** Ours, not the client's: it may try again. */
    public static SnsException internal(String message) {
        return new SnsException(500, "InternalError", message);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public boolean senderFault() {
        return status < 500;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
