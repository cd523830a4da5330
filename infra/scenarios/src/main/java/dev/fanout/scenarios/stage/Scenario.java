package dev.fanout.scenarios.stage;

import dev.fanout.scenarios.observe.Expectations;

/** One thing that goes wrong, and what must come of it. */
public interface Scenario {
    /** As on the command line. */
    String name();

    /** In one line. */
    String shows();

    Expectations play(ScenarioContext context) throws InterruptedException;
}
