package dev.fanout.scenarios.play;

/** How a process ends that dies of a fault. */
final class Killed {
    /** What a shell makes of kill -9: nobody could take it for an orderly end. */
    static final int KILLED = 137;

    private Killed() {}
}
