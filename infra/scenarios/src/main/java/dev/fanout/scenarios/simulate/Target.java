package dev.fanout.scenarios.simulate;

import dev.fanout.scenarios.produce.Outlet;
import dev.fanout.scenarios.produce.Pace;

/** Where traffic goes. */
public final class Target {
    private final Watched outlet;
    private final int batchSize;

    /** @param batchSize how much it takes in one call */
    public Target(Outlet outlet, int batchSize) {
        this.outlet = new Watched(outlet);
        this.batchSize = batchSize;
    }

    Watched outlet() {
        return outlet;
    }

    Pace pace(double rate) {
        return new Pace(rate, batchSize);
    }
}
