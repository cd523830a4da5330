package dev.fanout.messaging.crash;

/** A few messages, the instances that work on them, and what must be true when nothing is left to do. */
interface Workload {
    void fill(ModelQueue queue);

    /** How many messages an instance receives at once. */
    int batch();

    Instance instance(World world, Calls.Life life);

    /** The process ended, or its call to the outside effect was not answered. */
    default void owedTo(Fault fault, Call<?> call, World world) {}

    /** Another takes over what is in hand. */
    default void takenOver(World world) {}

    void check(World world);
}
