package dev.fanout.scenarios.simulate.observe;

/** Where an observer is wrong. */
public record Difference(String observer, String host, String what, Range expected, long reported) {
    public String verdict() {
        return reported < expected.low() ? "miss" : "false alarm";
    }
}
