package dev.fanout.scenarios.produce;

/** Why no more can be produced, in one line. */
public final class ProducingFailed extends RuntimeException {
    public ProducingFailed(String reason) {
        super(reason);
    }
}
