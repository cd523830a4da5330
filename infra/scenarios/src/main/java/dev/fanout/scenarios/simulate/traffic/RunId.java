package dev.fanout.scenarios.simulate.traffic;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tells a simulation from all others.
 *
 * @param name begins the ids of its hosts, and goes into those of its events
 */
public record RunId(String name, long seed) {
    private static final Pattern HOST = Pattern.compile("host-[0-9]+");

    public String host(String host) {
        return name + "-" + host;
    }

    /** Without the run's name; empty for somebody else's host. */
    public Optional<String> hostOf(String hostId) {
        if (!hostId.startsWith(name + "-")) return Optional.empty();
        return Optional.of(hostId.substring(name.length() + 1)).filter(host -> HOST.matcher(host).matches());
    }
}
