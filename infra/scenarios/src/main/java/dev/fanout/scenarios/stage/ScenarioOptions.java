package dev.fanout.scenarios.stage;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What whoever starts a scenario may choose.
 *
 * @param count how many messages; each scenario has a number of its own
 * @param keep leave everything as it is in the end
 * @param max how many consumers there may be at once, where a scenario starts more
 * @param patience how long one step may take
 */
public record ScenarioOptions(OptionalInt count, int batchSize, boolean keep, int max, Duration patience) {}
