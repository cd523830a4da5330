package dev.fanout.scenarios.simulate.traffic;

import java.util.Map;

/**
 * The traffic of a number of hosts: the same again for the same plan.
 *
 * @param rate views a second of all hosts together, without the spikes
 * @param spikes views a second on top, by host, from 0
 */
public record TrafficPlan(
        int hosts, double skew, double rate, int seconds, Map<Integer, Double> spikes, Disturbances disturbances,
        long seed) {

    public static final long MAX_VIEWS = 200_000;

    /** Different ones; repetitions come on top. */
    public long views() {
        return Math.round(seconds * (rate + spikes.values().stream().mapToDouble(spike -> spike).sum()));
    }

    private boolean isClean() {
        return spikes.isEmpty() && disturbances.sum() == 0;
    }

    ZipfDistribution shares() {
        return ZipfDistribution.zipf(hosts, skew).atRate(rate, spikes);
    }

    public SimulatedTraffic traffic() {
        return new SimulatedTraffic(seconds, isClean(), new TrafficGenerator(this).write());
    }
}
