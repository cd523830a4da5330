package dev.fanout.auditor.vote;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often the peers are asked about one window: at first often, and ever more rarely while nothing comes of it. */
final class RequestBackoff {
    private static final int QUIET_AFTER = 3;

    private final VoterSettings settings;
    private @Nullable Instant since;
    private Instant last = Instant.MIN;
    private int inVain;
    private int turn;

    RequestBackoff(VoterSettings settings) {
        this.settings = settings;
    }

    void begin(Instant now) {
        if (since != null) return;
        since = now;
        last = now;
    }

    /** Something came of it. */
    void hurry() {
        inVain = 0;
    }

    boolean isDue(Instant now) {
        return !now.isBefore(last.plus(delay()));
    }

    void next(Instant now) {
        last = now;
        inVain++;
        turn++;
    }

    int turn() {
        return turn;
    }

    boolean isQuiet() {
        return inVain > QUIET_AFTER;
    }

    /** Whether somebody who looks should be shown what is known, final or not. */
    boolean isOverdue(Instant now) {
        return since != null && !now.isBefore(since.plus(settings.patience()));
    }

    private Duration delay() {
        var delay = settings.resend().multipliedBy(1L << Math.min(inVain, 16));
        return delay.compareTo(settings.slowestResend()) > 0 ? settings.slowestResend() : delay;
    }
}
