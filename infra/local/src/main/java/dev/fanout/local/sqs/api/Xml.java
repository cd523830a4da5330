package dev.fanout.local.sqs.api;

/** The little XML that the query protocol needs. */
final class Xml {
    private Xml() {}

    static String text(String name, String value) {
        return element(name, escape(value));
    }

    static String element(String name, String inner) {
        return "<" + name + ">" + inner + "</" + name + ">";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                // Plain, a parser would make a line feed of it.
                .replace("\r", "&#13;");
    }
}
