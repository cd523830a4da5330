package dev.fanout.local.sns;

import java.util.LinkedHashMap;
import java.util.Map;

/** A topic with its attributes as they are now, and, where it is FIFO, what it remembers. */
final class Topic {
    private final String arn;
    private final boolean fifo;
    private final FifoMemory memory = new FifoMemory();
    private volatile Map<String, String> attributes;

    Topic(String arn, Map<String, String> attributes) {
        this.arn = arn;
        this.fifo = Boolean.parseBoolean(attributes.get("FifoTopic"));
        this.attributes = Map.copyOf(attributes);
    }

    String arn() {
        return arn;
    }

    boolean fifo() {
        return fifo;
    }

    boolean deduplicatesByContent() {
        return Boolean.parseBoolean(attributes.get("ContentBasedDeduplication"));
    }

    FifoMemory memory() {
        return memory;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    synchronized void set(String name, String value) {
        var changed = new LinkedHashMap<>(attributes);
        changed.put(name, value);
        attributes = Map.copyOf(changed);
    }
}
