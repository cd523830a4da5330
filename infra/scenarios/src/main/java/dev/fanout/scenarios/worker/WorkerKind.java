package dev.fanout.scenarios.worker;

/** Where a worker has its effect. */
public enum WorkerKind {
    /** In its table, by a projection. */
    PROJECTION,
    /** In a file, by an action: outside DynamoDB, as a mail is. */
    ACTION
}
