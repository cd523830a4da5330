package dev.fanout.cli.up.process;

import java.util.List;

/** Why the system cannot start, and what the culprit said last. */
public final class StartFailed extends RuntimeException {
    private final List<String> lastLines;

    public StartFailed(String reason) {
        super(reason);
        this.lastLines = List.of();
    }

    public StartFailed(String reason, RunningProgram culprit) {
        super(reason);
        this.lastLines = culprit.lastLines();
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public List<String> lastLines() {
        return lastLines;
    }
}
