package dev.fanout.local.sns.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of AWS's query protocol, where nesting is in the names: {@code Attributes.entry.1.key=…}. */
public record Parameters(Map<String, String> values) {
    static Parameters parse(String form) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : form.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) values.put(decode(parts[0]), decode(parts[1]));
        }
        return new Parameters(values);
    }

    public @Nullable String find(String name) {
        return values.get(name);
    }

    public String require(String name) {
        var value = values.get(name);
        if (value == null) throw SnsException.invalid(name + " Reason: no value for required parameter");
        return value;
    }

    /** The members of a list, in order, each with its own names. */
    public List<Parameters> list(String name) {
        var members = new ArrayList<Parameters>();
        var member = within(name, 1);
        while (!member.values.isEmpty()) {
            members.add(member);
            member = within(name, members.size() + 1);
        }
        return members;
    }

    /** The members of a list of plain texts, in order. */
    public List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var text = find(name + ".1"); text != null; text = find(name + "." + (texts.size() + 1)))
            texts.add(text);
        return texts;
    }

    /** A map of texts. */
    public Map<String, String> map(String name) {
        var map = new LinkedHashMap<String, String>();
        for (var entry : list(name)) map.put(entry.require("key"), entry.values.getOrDefault("value", ""));
        return map;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw SnsException.refused("MalformedQueryString", "The query string contains a syntax error.");
        }
    }

    private Parameters within(String name, int index) {
        var prefix = name + "." + index + ".";
        var inner = new LinkedHashMap<String, String>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) inner.put(key.substring(prefix.length()), value);
        });
        return new Parameters(inner);
    }
}
