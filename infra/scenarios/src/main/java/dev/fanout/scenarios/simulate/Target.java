package dev.fanout.scenarios.simulate;

import dev.fanout.scenarios.produce.Outlet;
import dev.fanout.scenarios.produce.Pace;
import java.util.Set;

/** Where traffic goes. */
public final class Target {
    private final Watched outlet;
    private final int batchSize;
    private final boolean inOrder;

    /**
     * @param batchSize how much it takes in one call
     * @param inOrder whether arrival tells the order; else sent times must, and those of one call may be the same
     */
    public Target(Outlet outlet, int batchSize, boolean inOrder) {
        this.outlet = new Watched(outlet);
        this.batchSize = batchSize;
        this.inOrder = inOrder;
    }

    Watched outlet() {
        return outlet;
    }

    Pace pace(double rate) {
        return new Pace(rate, batchSize);
    }

    /** What goes in a later call than all before it. */
    Set<Integer> apart(Traffic traffic) {
        return inOrder ? Set.of() : traffic.exchanged();
    }
}
