package dev.fanout.local.sns;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** All topics, by ARN. */
final class Topics {
    private static final String FIFO = ".fifo";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private final ConcurrentMap<String, Topic> topics = new ConcurrentHashMap<>();
    private final Consumer<SnsEntry> keep;

    Topics(Consumer<SnsEntry> keep) {
        this.keep = keep;
    }

    void restore(SnsEntry.TopicIs found, Collection<SnsEntry.Published> published) {
        var topic = new Topic(found.arn(), found.attributes());
        published.forEach(topic.memory()::restore);
        topics.put(found.arn(), topic);
    }

    /** Creating again what is there already is no error, as long as nothing else is asked for. */
    Topic create(String region, String name, Map<String, String> attributes) {
        check(name, Boolean.parseBoolean(attributes.get("FifoTopic")));
        TopicAttributes.check(attributes);
        var arn = Arns.topic(region, name);
        var topic = topics.computeIfAbsent(arn, _ -> make(arn, attributes));
        if (!topic.attributes().entrySet().containsAll(attributes.entrySet()))
            throw SnsException.invalid("Attributes Reason: Topic already exists with different attributes");
        return topic;
    }

    Topic get(String arn) {
        var topic = topics.get(arn);
        if (topic == null) throw SnsException.noSuch("Topic");
        return topic;
    }

    void set(String arn, String name, String value) {
        var topic = get(arn);
        topic.set(name, value);
        keep.accept(new SnsEntry.TopicIs(arn, topic.attributes()));
    }

    void delete(String arn) {
        topics.remove(arn);
        keep.accept(new SnsEntry.TopicGone(arn));
    }

    Collection<Topic> all() {
        return topics.values();
    }

    private Topic make(String arn, Map<String, String> attributes) {
        keep.accept(new SnsEntry.TopicIs(arn, attributes));
        return new Topic(arn, attributes);
    }

    private static void check(String name, boolean fifo) {
        if (fifo != name.endsWith(FIFO))
            throw SnsException.invalid(fifo ? "Fifo Topic names must end with .fifo" : "Topic Name");
        var base = fifo ? name.substring(0, name.length() - FIFO.length()) : name;
        if (name.length() > 256 || !NAME.matcher(base).matches()) throw SnsException.invalid("Topic Name");
    }
}
