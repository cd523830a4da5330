package dev.fanout.topology;

/**
 * What tells a deployment's topics, queues and tables from those of others in the same account.
 *
 * @param text goes before every name of the topology; may be empty
 */
public record Prefix(String text) {

    /** The name at AWS of what the topology calls {@code logicalName}. */
    public String of(String logicalName) {
        return text + logicalName;
    }
}
