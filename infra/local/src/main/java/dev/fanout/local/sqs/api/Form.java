package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A form as a tree: {@code Tag.1.Key=a} becomes {@code {"Tag":{"1":{"Key":"a"}}}}. */
final class Form {
    private Form() {}

    static ObjectNode parse(String form) {
        var tree = JsonNodeFactory.instance.objectNode();
        for (var pair : form.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) put(tree, decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
        return tree;
    }

    private static void put(ObjectNode tree, String name, String value) {
        var path = name.split("\\.");
        var node = tree;
        for (int i = 0; i < path.length - 1; i++)
            node = node.get(path[i]) instanceof ObjectNode there ? there : node.putObject(path[i]);
        node.put(path[path.length - 1], value);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw SqsRefusal.unreadable("the form is not encoded well: " + e.getMessage());
        }
    }
}
