package dev.fanout.scenarios;

import dev.fanout.events.AnomalyKind;
import dev.fanout.scenarios.simulate.traffic.Disturbances;
import dev.fanout.scenarios.simulate.traffic.TrafficPlan;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import picocli.CommandLine.Option;

/** What traffic is simulated. */
final class SimulateOptions {
    /** What a recording says already. */
    static final List<String> NAMES = List.of(
            "--hosts", "--skew", "--rate", "--duration", "--seed", "--duplicates", "--spike", "--late", "--future",
            "--shuffle", "--fake", "--gaps");

    private static final String HOST = "host-";

    @Option(names = "--hosts", defaultValue = "10", description = "How many hosts; ${DEFAULT-VALUE} by default")
    private int hosts;

    @Option(names = "--skew", defaultValue = "1",
            description = "Zipf's exponent of the hosts' shares: 0 makes all alike; ${DEFAULT-VALUE} by default")
    private double skew;

    @Option(names = "--rate", defaultValue = "50",
            description = "Views a second of all hosts together; ${DEFAULT-VALUE} by default")
    private double rate;

    @Option(names = "--duration", paramLabel = "SECONDS", defaultValue = "20",
            description = "How long; ${DEFAULT-VALUE} by default")
    private int duration;

    @Option(names = "--duplicates", paramLabel = "SHARE", defaultValue = "0",
            description = "Share of the views that are sent a second time, 0 to 1; so for the others")
    private double duplicates;

    @Option(names = "--spike", paramLabel = "HOST=RATE",
            description = "So many views a second of host-1, host-2 … on top")
    private Map<String, Double> spikes = new HashMap<>();

    @Option(names = "--late", paramLabel = "SHARE", defaultValue = "0",
            description = "Share that claims to be 30 minutes old")
    private double late;

    @Option(names = "--future", paramLabel = "SHARE", defaultValue = "0",
            description = "Share that claims to come in 30 minutes")
    private double future;

    @Option(names = "--shuffle", paramLabel = "SHARE", defaultValue = "0",
            description = "Share that changes places with the next view of its host")
    private double shuffle;

    @Option(names = "--fake", paramLabel = "SHARE", defaultValue = "0",
            description = "Share of contents that no catalogue has")
    private double fake;

    @Option(names = "--gaps", paramLabel = "SHARE", defaultValue = "0",
            description = "Share before which a number of the host is left out for good")
    private double gaps;

    TrafficPlan plan(long seed) {
        var extra = new HashMap<Integer, Double>();
        spikes.forEach((host, more) -> extra.put(index(host), more));
        return new TrafficPlan(hosts, skew, rate, duration, extra, disturbances(), seed);
    }

    private Disturbances disturbances() {
        return new Disturbances(new EnumMap<>(Map.of(
                AnomalyKind.DUPLICATE, duplicates, AnomalyKind.LATE, late, AnomalyKind.FUTURE, future,
                AnomalyKind.OUT_OF_ORDER, shuffle, AnomalyKind.UNKNOWN_CONTENT, fake, AnomalyKind.GAP, gaps)));
    }

    /** @param require refuses with the rule, if that does not hold */
    void validate(BiConsumer<Boolean, String> require) {
        require.accept(hosts >= 1 && hosts <= 1000, "--hosts must be 1 to 1000");
        require.accept(skew >= 0 && skew <= 10, "--skew must be 0 to 10");
        require.accept(rate > 0, "--rate must be above 0");
        require.accept(duration >= 1, "--duration must be at least 1");
        spikes.forEach((host, more) -> {
            require.accept(index(host) >= 0 && index(host) < hosts, "--spike: there is no '%s', only %s1 to %s%d"
                    .formatted(host, HOST, HOST, hosts));
            require.accept(more > 0, "--spike: the rate of %s must be above 0".formatted(host));
        });
        validateShares(require);
        var views = plan(0).views();
        require.accept(views >= 1 && views <= TrafficPlan.MAX_VIEWS,
                "--rate times --duration, with spikes, must be 1 to %d views".formatted(TrafficPlan.MAX_VIEWS));
    }

    private void validateShares(BiConsumer<Boolean, String> require) {
        var shares = Map.of("--duplicates", duplicates, "--late", late, "--future", future, "--shuffle", shuffle,
                "--fake", fake, "--gaps", gaps);
        shares.forEach((name, share) -> require.accept(share >= 0 && share <= 1, name + " must be a share, 0 to 1"));
        require.accept(disturbances().sum() <= 1, "the shares must be at most 1 together: no view suffers twice");
    }

    /** From 0; below that, if nobody is called so. */
    private static int index(String host) {
        return host.matches(HOST + "[1-9][0-9]{0,3}") ? Integer.parseInt(host.substring(HOST.length())) - 1 : -1;
    }
}
