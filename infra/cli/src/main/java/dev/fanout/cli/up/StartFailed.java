package dev.fanout.cli.up;

import java.util.List;

/** Why the system cannot start, and what the culprit said last. */
final class StartFailed extends RuntimeException {
    private final List<String> lastLines;

    StartFailed(String reason) {
        super(reason);
        this.lastLines = List.of();
    }

    StartFailed(String reason, RunningProgram culprit) {
        super(reason);
        this.lastLines = culprit.lastLines();
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    List<String> lastLines() {
        return lastLines;
    }
}
