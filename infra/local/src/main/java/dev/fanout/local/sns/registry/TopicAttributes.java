package dev.fanout.local.sns.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fanout.local.sns.protocol.InvalidAttribute;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which attributes a topic may have, and which values. */
public final class TopicAttributes {
    static final String FIFO = "FifoTopic";
    public static final String BY_CONTENT = "ContentBasedDeduplication";
    static final String FIFO_SCOPE = "FifoThroughputScope";
    static final String MESSAGE_GROUP = "MessageGroup";
    static final String SIGNATURE_VERSION = "SignatureVersion";
    public static final String DISPLAY_NAME = "DisplayName";
    public static final String POLICY = "Policy";

    private static final Predicate<String> BOOLEAN = Set.of("true", "false")::contains;
    private static final Predicate<String> ANY = _ -> true;
    private static final Map<String, Predicate<String>> KNOWN = Map.ofEntries(
            Map.entry("ArchivePolicy", TopicAttributes::isJson),
            Map.entry(BY_CONTENT, BOOLEAN),
            Map.entry("DeliveryPolicy", TopicAttributes::isJson),
            Map.entry(DISPLAY_NAME, value -> value.length() <= 100),
            Map.entry(FIFO_SCOPE, Set.of("Topic", MESSAGE_GROUP)::contains),
            Map.entry(FIFO, BOOLEAN),
            Map.entry("KmsMasterKeyId", ANY),
            Map.entry(POLICY, TopicAttributes::isJson),
            Map.entry(SIGNATURE_VERSION, Set.of("1", "2")::contains),
            Map.entry("TracingConfig", Set.of("PassThrough", "Active")::contains));
    private static final Set<String> FOR_FIFO = Set.of(BY_CONTENT, FIFO_SCOPE);
    private static final Map<String, String> DEFAULTS = Map.of(
            DISPLAY_NAME, "", SIGNATURE_VERSION, "1", "TracingConfig", "PassThrough",
            BY_CONTENT, "false", FIFO_SCOPE, "Topic", FIFO, "false");

    // Of the delivery logs, which nobody writes here.
    private static final Pattern FEEDBACK = Pattern.compile(
            "(Application|Firehose|HTTP|Lambda|SQS)(SuccessFeedback(RoleArn|SampleRate)|FailureFeedbackRoleArn)");

    private TopicAttributes() {}

    /** As they are kept: without the ones that say nothing. */
    static Map<String, String> checked(Map<String, String> attributes) {
        var fifo = "true".equals(attributes.get(FIFO));
        attributes.forEach((name, value) -> check(name, value, fifo));
        var kept = new HashMap<>(attributes);
        kept.remove(FIFO, "false");
        kept.values().removeIf(String::isEmpty);
        return kept;
    }

    static void checkSetting(Topic topic, String name, String value) {
        // What kind of topic it is cannot be changed.
        if (name.equals(FIFO)) throw new InvalidAttribute("AttributeName");
        check(name, value, topic.fifo());
    }

    static String valueOf(Map<String, String> attributes, String name) {
        return attributes.getOrDefault(name, DEFAULTS.getOrDefault(name, ""));
    }

    /** Whether somebody who asks for these can be given what is there. */
    static boolean agree(Map<String, String> there, Map<String, String> asked) {
        return asked.entrySet().stream().allMatch(e -> e.getValue().equals(valueOf(there, e.getKey())));
    }

    private static void check(String name, String value, boolean fifo) {
        if (FEEDBACK.matcher(name).matches()) return;
        var rule = KNOWN.get(name);
        if (rule == null) throw new InvalidAttribute("AttributeName");
        if (!value.isEmpty() && !rule.test(value))
            throw new InvalidAttribute(name + ": Invalid value [" + value + "].");
        if (FOR_FIFO.contains(name) && !fifo)
            throw new InvalidAttribute(name + " can only be set for FIFO topics");
    }

    private static boolean isJson(String value) {
        try {
            return new ObjectMapper().readTree(value).isObject();
        } catch (JsonProcessingException _) {
            return false;
        }
    }
}
