package dev.fanout.messaging.aws;

/** A queue, topic or table that this service needs is not there. */
final class MissingTopology extends RuntimeException {
    MissingTopology(String kind, String name, Naming naming) {
        super("There is no %s named '%s' (fanout.prefix is '%s').".formatted(kind, name, naming.prefix()));
    }
}
