package dev.fanout.local.sns.registry;

import dev.fanout.local.sns.protocol.Arns;
import dev.fanout.local.sns.protocol.InvalidAttribute;
import dev.fanout.local.sns.protocol.SnsException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** All topics, by ARN. */
public final class Topics {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}(\\.fifo)?");
    private static final int LONGEST_NAME = 256;

    private final ConcurrentMap<String, Topic> topics = new ConcurrentHashMap<>();
    private final Consumer<SnsEntry> keep;

    public Topics(Consumer<SnsEntry> keep) {
        this.keep = keep;
    }

    void restore(SnsEntry.TopicIs found, Collection<SnsEntry.Published> published) {
        var topic = new Topic(found.arn(), found.attributes(), found.tags());
        published.forEach(topic.memory()::restore);
        topics.put(found.arn(), topic);
    }

    /** Creating again what is there already is no error, as long as nothing else is asked for. */
    public synchronized Topic create(
            String region, String name, Map<String, String> attributes, Map<String, String> tags) {
        var kept = checked(name, attributes);
        var arn = Arns.topic(region, name);
        var there = topics.get(arn);
        if (there != null) return same(there, attributes, tags);
        var made = new Topic(arn, kept, tags);
        keep(made);
        topics.put(arn, made);
        return made;
    }

    public Topic get(String arn) {
        var topic = topics.get(Arns.checked("TopicArn", arn));
        if (topic == null) throw SnsException.noSuch("Topic");
        return topic;
    }

    /** The same, in the words that AWS has for whatever can be tagged. */
    public Topic resource(String arn) {
        var topic = topics.get(Arns.checked("ResourceArn", arn));
        if (topic == null) throw SnsException.noResource();
        return topic;
    }

    public synchronized void set(String arn, String name, String value) {
        var topic = get(arn);
        try {
            TopicAttributes.checkSetting(topic, name, value);
        } catch (InvalidAttribute e) {
            throw e.atSetting();
        }
        var changed = new HashMap<>(topic.attributes());
        changed.put(name, value);
        // An empty text takes the attribute away.
        changed.values().removeIf(String::isEmpty);
        change(topic, changed, topic.tags());
    }

    public synchronized void tag(String arn, Map<String, String> tags) {
        var topic = resource(arn);
        var changed = new HashMap<>(topic.tags());
        changed.putAll(tags);
        change(topic, topic.attributes(), Tags.checked(changed));
    }

    public synchronized void untag(String arn, Set<String> keys) {
        var topic = resource(arn);
        var changed = new HashMap<>(topic.tags());
        changed.keySet().removeAll(keys);
        change(topic, topic.attributes(), changed);
    }

    /** Of one that is gone already, no less. */
    public synchronized void delete(String arn) {
        topics.remove(Arns.checked("TopicArn", arn));
        keep.accept(new SnsEntry.TopicGone(arn));
    }

    public Collection<Topic> all() {
        return topics.values();
    }

    private void change(Topic topic, Map<String, String> attributes, Map<String, String> tags) {
        topic.set(attributes, tags);
        keep(topic);
    }

    private void keep(Topic topic) {
        keep.accept(new SnsEntry.TopicIs(topic.arn(), topic.attributes(), topic.tags()));
    }

    private static Topic same(Topic there, Map<String, String> attributes, Map<String, String> tags) {
        if (!TopicAttributes.agree(there.attributes(), attributes))
            throw SnsException.invalid("Attributes Reason: Topic already exists with different attributes");
        if (!there.tags().entrySet().containsAll(tags.entrySet()))
            throw SnsException.invalid("Tags Reason: Topic already exists with different tags");
        return there;
    }

    private static Map<String, String> checked(String name, Map<String, String> attributes) {
        checkName(name, "true".equals(attributes.get(TopicAttributes.FIFO)));
        try {
            return TopicAttributes.checked(attributes);
        } catch (InvalidAttribute e) {
            throw e.atCreation();
        }
    }

    private static void checkName(String name, boolean fifo) {
        var good = name.length() <= LONGEST_NAME && NAME.matcher(name).matches() && Arns.isFifo(name) == fifo;
        if (good) return;
        throw SnsException.invalid(fifo
                ? "Fifo Topic names must end with .fifo and must be made up of only uppercase and lowercase"
                        + " ASCII letters, numbers, underscores, and hyphens,"
                        + " and must be between 1 and 256 characters long."
                : "Topic Name");
    }
}
