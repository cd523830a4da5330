package dev.fanout.local.sns.registry;

import dev.fanout.local.sns.message.Message;
import java.util.Map;
import java.util.Objects;

/** A topic with its attributes and tags as they are now, and, where it is FIFO, what it remembers. */
public final class Topic {
    private final String arn;
    private final boolean fifo;
    private final FifoMemory memory = new FifoMemory();
    private volatile Map<String, String> attributes;
    private volatile Map<String, String> tags;

    Topic(String arn, Map<String, String> attributes, Map<String, String> tags) {
        this.arn = arn;
        this.fifo = Boolean.parseBoolean(attributes.get(TopicAttributes.FIFO));
        this.attributes = Map.copyOf(attributes);
        this.tags = Map.copyOf(tags);
    }

    public String arn() {
        return arn;
    }

    public boolean fifo() {
        return fifo;
    }

    public boolean deduplicatesByContent() {
        return Boolean.parseBoolean(attributes.get(TopicAttributes.BY_CONTENT));
    }

    /** Two messages of which this is equal are one: in the whole topic, or only within a group of it. */
    public String sameness(Message message) {
        var id = Objects.requireNonNull(message.deduplicationId());
        var inGroups = TopicAttributes.MESSAGE_GROUP.equals(attributes.get(TopicAttributes.FIFO_SCOPE));
        // Neither of the two can hold a space.
        return inGroups ? message.groupId() + " " + id : id;
    }

    public String signatureVersion() {
        return TopicAttributes.valueOf(attributes, TopicAttributes.SIGNATURE_VERSION);
    }

    public FifoMemory memory() {
        return memory;
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public Map<String, String> tags() {
        return tags;
    }

    void set(Map<String, String> changedAttributes, Map<String, String> changedTags) {
        attributes = Map.copyOf(changedAttributes);
        tags = Map.copyOf(changedTags);
    }
}
