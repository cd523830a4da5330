package dev.fanout.scenarios.simulate.traffic;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Which host shows the next view: some more often than others. */
final class ZipfDistribution {
    private final double[] weights;
    private final double sum;

    private ZipfDistribution(double... weights) {
        this.weights = weights;
        this.sum = DoubleStream.of(weights).sum();
    }

    /**
     * Zipf's law: the second has the share of the first divided by 2 to the power of {@code skew}, and so on.
     *
     * @param skew 0 makes all alike
     */
    static ZipfDistribution zipf(int hosts, double skew) {
        return new ZipfDistribution(IntStream.rangeClosed(1, hosts).mapToDouble(rank -> Math.pow(rank, -skew))
                .toArray());
    }

    /** Views a second of each, if all together have {@code rate}, and some have more on top of that. */
    ZipfDistribution atRate(double rate, Map<Integer, Double> spikes) {
        return new ZipfDistribution(IntStream.range(0, weights.length)
                .mapToDouble(host -> weights[host] / sum * rate + spikes.getOrDefault(host, 0.0))
                .toArray());
    }

    double sum() {
        return sum;
    }

    /** A host, from 0. */
    int next(Random random) {
        var left = random.nextDouble(sum);
        for (int host = 0; host < weights.length - 1; host++) {
            left -= weights[host];
            if (left < 0) return host;
        }
        return weights.length - 1;
    }

    List<Double> asShares() {
        return DoubleStream.of(weights).map(weight -> weight / sum).boxed().toList();
    }
}
