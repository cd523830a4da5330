package dev.fanout.local.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;

/** From one rule of a list, a plain value or an object of one operator, to what it asks of values. */
final class MatcherParser {
    private static final Map<String, Function<JsonNode, Matcher>> OPERATORS = Map.of(
            "prefix", value -> new Matcher.Prefix(text("prefix", value)),
            "suffix", value -> new Matcher.Suffix(text("suffix", value)),
            "equals-ignore-case", value -> new Matcher.EqualsIgnoreCase(text("equals-ignore-case", value)),
            "wildcard", value -> new Matcher.Wildcard(WildcardPattern.parse(text("wildcard", value))),
            // That is how AWS calls it in the message.
            "cidr", value -> new Matcher.Cidr(AddressBlock.parse(text("prefix", value))),
            "exists", MatcherParser::exists,
            "numeric", NumericParser::parse,
            "anything-but", AnythingButParser::parse);

    private MatcherParser() {}

    static Matcher parse(JsonNode rule) {
        if (rule.isArray())
            throw InvalidPolicy.because("Match value must be String, number, true, false, or null");
        if (!rule.isObject()) return new Matcher.Exactly(rule);
        if (rule.isEmpty()) throw InvalidPolicy.because("Match expression name not found");
        var operator = rule.properties().iterator().next();
        var parser = OPERATORS.get(operator.getKey());
        if (parser == null) throw InvalidPolicy.because("Unrecognized match type " + operator.getKey());
        if (rule.size() > 1) throw InvalidPolicy.because("Only one key allowed in match expression");
        return parser.apply(operator.getValue());
    }

    static String text(String operator, JsonNode value) {
        if (value.isTextual()) return value.textValue();
        throw InvalidPolicy.because(operator + " match pattern must be a string");
    }

    private static Matcher exists(JsonNode value) {
        if (value.isBoolean()) return new Matcher.Exists(value.booleanValue());
        throw InvalidPolicy.because("exists match pattern must be either true or false.");
    }
}
