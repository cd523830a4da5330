package dev.fanout.local.sns;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/** All topics, by ARN. */
final class Topics {
    private static final String FIFO = ".fifo";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private final ConcurrentMap<String, Topic> topics = new ConcurrentHashMap<>();

    /** Creating again what is there already is no error, as long as nothing else is asked for. */
    Topic create(String region, String name, Map<String, String> attributes) {
        check(name, Boolean.parseBoolean(attributes.get("FifoTopic")));
        TopicAttributes.check(attributes);
        var arn = Arns.topic(region, name);
        var topic = topics.computeIfAbsent(arn, _ -> new Topic(arn, attributes));
        if (!topic.attributes().entrySet().containsAll(attributes.entrySet()))
            throw SnsException.invalid("Attributes Reason: Topic already exists with different attributes");
        return topic;
    }

    Topic get(String arn) {
        var topic = topics.get(arn);
        if (topic == null) throw SnsException.noSuch("Topic");
        return topic;
    }

    void delete(String arn) {
        topics.remove(arn);
    }

    Collection<Topic> all() {
        return topics.values();
    }

    private static void check(String name, boolean fifo) {
        if (fifo != name.endsWith(FIFO))
            throw SnsException.invalid(fifo ? "Fifo Topic names must end with .fifo" : "Topic Name");
        var base = fifo ? name.substring(0, name.length() - FIFO.length()) : name;
        if (name.length() > 256 || !NAME.matcher(base).matches()) throw SnsException.invalid("Topic Name");
    }
}
