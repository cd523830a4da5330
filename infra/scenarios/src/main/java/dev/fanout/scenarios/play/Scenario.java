package dev.fanout.scenarios.play;

import dev.fanout.scenarios.stage.Findings;
import dev.fanout.scenarios.stage.Stage;

/** One thing that goes wrong, and what must come of it. */
public interface Scenario {
    /** As on the command line. */
    String name();

    /** In one line. */
    String shows();

    Findings play(Stage stage) throws InterruptedException;
}
