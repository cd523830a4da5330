package dev.fanout.local.sns.registry;

import dev.fanout.local.sns.protocol.Parameters;
import dev.fanout.local.sns.protocol.SnsException;
import dev.fanout.local.sns.protocol.Xml;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys and values that people put on a topic. */
public final class Tags {
    private static final int MOST = 50;

    private Tags() {}

    public static Map<String, String> read(Parameters from) {
        var tags = new LinkedHashMap<String, String>();
        for (var tag : from.list("Tags.member"))
            if (tags.put(tag.require("Key"), tag.require("Value")) != null)
                throw SnsException.invalid("Duplicated keys are not allowed.");
        return checked(tags);
    }

    static Map<String, String> checked(Map<String, String> tags) {
        if (tags.size() <= MOST) return tags;
        throw SnsException.refused(
                "TagLimitExceeded", "Could not complete request: tag quota of per resource exceeded");
    }

    public static String xml(Map<String, String> tags) {
        return Xml.list("Tags", tags.entrySet(), tag ->
                Xml.text("Key", tag.getKey()) + Xml.text("Value", tag.getValue()));
    }
}
