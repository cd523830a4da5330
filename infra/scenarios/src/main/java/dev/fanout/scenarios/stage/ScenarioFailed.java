package dev.fanout.scenarios.stage;

import java.util.List;

/** A scenario cannot be played to its end. */
public final class ScenarioFailed extends RuntimeException {
    private final List<String> lastLines;

    ScenarioFailed(String reason, List<String> lastLines) {
        super(reason);
        this.lastLines = lastLines;
    }

    /** What the culprit said last. */
    public List<String> lastLines() {
        return lastLines;
    }
}
