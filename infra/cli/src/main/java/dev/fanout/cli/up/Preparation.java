package dev.fanout.cli.up;

/** What is done to a plan before it is started. */
interface Preparation {

    Plan prepare(Plan plan, Log log) throws InterruptedException;
}
