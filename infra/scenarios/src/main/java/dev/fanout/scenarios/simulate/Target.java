package dev.fanout.scenarios.simulate;

import dev.fanout.scenarios.produce.MessageSink;
import dev.fanout.scenarios.produce.SendRate;
import dev.fanout.scenarios.simulate.traffic.SimulatedTraffic;
import java.util.Set;

/** Where traffic goes. */
public final class Target {
    private final MeteredSink outlet;
    private final int batchSize;
    private final boolean inOrder;

    /**
     * @param batchSize how much it takes in one call
     * @param inOrder whether arrival tells the order; else sent times must, and those of one call may be the same
     */
    public Target(MessageSink sink, int batchSize, boolean inOrder) {
        this.outlet = new MeteredSink(sink);
        this.batchSize = batchSize;
        this.inOrder = inOrder;
    }

    MeteredSink outlet() {
        return outlet;
    }

    SendRate pace(double rate) {
        return new SendRate(rate, batchSize);
    }

    /** What goes in a later call than all before it. */
    Set<Integer> apart(SimulatedTraffic traffic) {
        return inOrder ? Set.of() : traffic.exchanged();
    }
}
