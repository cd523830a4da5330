package dev.fanout.topology;

import dev.fanout.events.Event;

/**
 * An SNS topic. As AWS has it, the name of a FIFO topic or queue ends in {@code .fifo}.
 *
 * @param name as the wire contract says, without a deployment's prefix
 * @param carries the events that are told there
 */
public record Topic(String name, Class<? extends Event> carries) {
    static final String FIFO = ".fifo";

    public boolean fifo() {
        return name.endsWith(FIFO);
    }

    String baseName() {
        return fifo() ? name.substring(0, name.length() - FIFO.length()) : name;
    }
}
