package dev.fanout.cli.soak;

import java.time.Duration;

/**
 * What a soak is to do.
 *
 * @param traffic how long it flows
 * @param rate orders a second, and as many views
 * @param killEvery zero is never
 * @param seed decides what becomes of each order, and who is killed when
 */
record SoakPlan(Duration traffic, double rate, Duration killEvery, long seed) {}
