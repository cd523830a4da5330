package dev.fanout.scenarios.simulate;

/** Where an observer is wrong. */
record Difference(String observer, String host, String what, Range expected, long reported) {
    String verdict() {
        return reported < expected.low() ? "miss" : "false alarm";
    }
}
