package dev.fanout.local.sns.protocol;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the shapes of AWS's query protocol. */
public final class Xml {
    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

    private Xml() {}

    public static String text(String name, String value) {
        return element(name, escape(value));
    }

    static String element(String name, String inner) {
        return "<" + name + ">" + inner + "</" + name + ">";
    }

    public static <T> String list(String name, Collection<T> members, Function<T, String> inner) {
        return element(name, members.stream()
                .map(inner)
                .map(xml -> element("member", xml))
                .collect(Collectors.joining()));
    }

    public static String map(String name, Map<String, String> map) {
        return element(name, map.entrySet().stream()
                .map(entry -> text("key", entry.getKey()) + text("value", entry.getValue()))
                .map(entry -> element("entry", entry))
                .collect(Collectors.joining()));
    }

    /** An answer: some actions have a result in it, some have none. */
    public static String answer(String action, @Nullable String result, String requestId) {
        var inner = result == null ? "" : element(action + "Result", result);
        return root(action + "Response", inner + element("ResponseMetadata", text("RequestId", requestId)));
    }

    public static String error(SnsException refusal, String requestId) {
        var error = text("Type", refusal.senderFault() ? "Sender" : "Receiver")
                + text("Code", refusal.code())
                + text("Message", refusal.getMessage());
        return root("ErrorResponse", element("Error", error) + text("RequestId", requestId));
    }

    private static String root(String name, String inner) {
        return "<" + name + " xmlns=\"" + NAMESPACE + "\">" + inner + "</" + name + ">";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
