package dev.fanout.local.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fanout.local.sns.filter.Matcher.OfValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** {@code anything-but} a value, a list of values of one kind, or texts by prefix, suffix or wildcard. */
final class AnythingButParser {
    private static final Map<String, Function<String, OfValue>> PATTERNS = Map.of(
            "prefix", Matcher.Prefix::new,
            "suffix", Matcher.Suffix::new,
            "wildcard", pattern -> new Matcher.Wildcard(WildcardPattern.parse(pattern)));

    private AnythingButParser() {}

    static Matcher parse(JsonNode value) {
        if (value.isObject()) return new Matcher.AnythingBut(patterns(value));
        if (!value.isArray() && !value.isTextual() && !value.isNumber())
            throw InvalidPolicy.because(
                    "Value of anything-but must be an array or single string/number value.");
        return new Matcher.AnythingBut(values(listed(value)));
    }

    private static List<OfValue> values(List<JsonNode> excluded) {
        if (!excluded.stream().allMatch(value -> value.isTextual() || value.isNumber()))
            throw InvalidPolicy.because("Inside anything but list, start|null|boolean is not supported.");
        if (excluded.stream().map(JsonNode::isNumber).distinct().count() != 1)
            throw InvalidPolicy.because("Inside anything but list, either all values are number or string, "
                    + "mixed type is not supported");
        return excluded.stream().<OfValue>map(Matcher.Exactly::new).toList();
    }

    private static List<OfValue> patterns(JsonNode object) {
        if (object.isEmpty()) throw InvalidPolicy.because("Anything-But expression name not found");
        var operator = object.properties().iterator().next();
        var pattern = PATTERNS.get(operator.getKey());
        if (pattern == null)
            throw InvalidPolicy.because("Unsupported anything-but pattern: " + operator.getKey());
        if (object.size() > 1) throw InvalidPolicy.because("Only one key allowed in match expression");
        var texts = listed(operator.getValue());
        if (texts.isEmpty()) throw InvalidPolicy.because("Empty arrays are not allowed");
        return texts.stream().map(text -> pattern.apply(MatcherParser.text(operator.getKey(), text))).toList();
    }

    private static List<JsonNode> listed(JsonNode value) {
        return value.isArray() ? StreamSupport.stream(value.spliterator(), false).toList() : List.of(value);
    }
}
