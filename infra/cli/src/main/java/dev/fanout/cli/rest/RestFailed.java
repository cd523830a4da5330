package dev.fanout.cli.rest;

/** Why a service did not do as it was asked, in one line. */
public final class RestFailed extends RuntimeException {
    private final boolean mayPass;

    private RestFailed(String reason, boolean mayPass) {
        super(reason);
        this.mayPass = mayPass;
    }

    /** It will not get better by asking again. */
    static RestFailed forGood(String reason) {
        return new RestFailed(reason, false);
    }

    /** Nobody was there, or too busy: the same request later may succeed, and this one may even have. */
    static RestFailed forNow(String reason) {
        return new RestFailed(reason, true);
    }

    public boolean mayPass() {
        return mayPass;
    }
}
