package dev.fanout.scenarios.load;

/** How a process ends that dies of a fault. */
public final class KilledProcess {
    /** What a shell makes of kill -9: nobody could take it for an orderly end. */
    public static final int KILLED = 137;

    private KilledProcess() {}
}
