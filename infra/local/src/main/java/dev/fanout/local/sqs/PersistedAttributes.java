package dev.fanout.local.sqs;

import dev.fanout.local.sqs.api.Defaults;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.elasticmq.QueueData;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Attributes that ElasticMQ has no room for. They are kept as tags of their queue, with a mark that AWS allows no tag
 * to begin with: so they come with the queue, change with it, are written down with it and go with it.
 */
final class PersistedAttributes {
    private static final String MARK = "#";
    private static final String RETENTION = MARK + Defaults.RETENTION;

    private PersistedAttributes() {}

    static Map<String, String> of(QueueData queue) {
        var kept = new TreeMap<String, String>();
        CollectionConverters.asJava(queue.tags()).forEach((tag, value) -> {
            if (isOne(tag)) kept.put(tag.substring(MARK.length()), value);
        });
        return kept;
    }

    static Duration retention(QueueData queue) {
        var seconds = queue.tags().get(RETENTION);
        return seconds.isEmpty() ? Defaults.RETENTION_PERIOD : Duration.ofSeconds(Long.parseLong(seconds.get()));
    }

    static boolean isOne(String tag) {
        return tag.startsWith(MARK);
    }

    static Map<String, String> asTags(Map<String, String> attributes) {
        return attributes.entrySet().stream().collect(Collectors.toMap(e -> MARK + e.getKey(), Map.Entry::getValue));
    }

    static List<String> asTags(Collection<String> attributes) {
        return attributes.stream().map(name -> MARK + name).toList();
    }
}
