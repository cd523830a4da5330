package dev.fanout.local.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** From a policy's JSON to what it asks of a message. */
final class PolicyParser {
    private PolicyParser() {}

    static Condition parse(JsonNode object) {
        if (object.isEmpty()) throw InvalidPolicy.because("Empty objects are not allowed");
        List<Condition> parts = object.properties().stream()
                .map(field -> part(field.getKey(), field.getValue()))
                .toList();
        return new Condition.AllOf(parts);
    }

    private static Condition part(String key, JsonNode value) {
        if (Or.is(key, value)) return new Condition.AnyOf(each(value).map(PolicyParser::parse).toList());
        return below(List.of(Dots.split(key)), condition(key, value));
    }

    /** A key with dots is the way to a nested one: AWS does not tell them apart. */
    private static Condition below(List<String> path, Condition condition) {
        var rest = path.size() == 1 ? condition : below(path.subList(1, path.size()), condition);
        var field = new Condition.Field(path.getFirst(), rest);
        return new Condition.AllOf(List.of(field));
    }

    private static Condition condition(String key, JsonNode value) {
        if (value.isObject()) return parse(value);
        if (!value.isArray()) throw InvalidPolicy.because("\"" + key + "\" must be an object or an array");
        if (value.isEmpty()) throw InvalidPolicy.because("Empty arrays are not allowed");
        return new Condition.OneOf(each(value).map(MatcherParser::parse).toList());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
