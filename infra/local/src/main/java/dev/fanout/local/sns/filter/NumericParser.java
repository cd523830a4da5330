package dev.fanout.local.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fanout.local.sns.filter.Matcher.Comparison;
import java.util.List;
import java.util.function.Supplier;

/** {@code ["=", 5]}, {@code [">", 0]} or a range, {@code [">", 0, "<=", 100]}. */
final class NumericParser {
    private NumericParser() {}

    static Matcher parse(JsonNode terms) {
        if (!terms.isArray()) throw InvalidPolicy.because("Value of numeric must be an array.");
        var first = first(terms);
        if (terms.size() <= 2) return new Matcher.Numeric(List.of(first));
        refuseIf(!first.operator().opensRange(), () -> "Too many elements in numeric expression");
        var second = second(terms);
        refuseIf(terms.size() > 4, () -> "Too many terms in numeric range expression");
        refuseIf(first.bound().compareTo(second.bound()) >= 0, () -> "Bottom must be less than top");
        return new Matcher.Numeric(List.of(first, second));
    }

    private static Comparison first(JsonNode terms) {
        var operator = terms.path(0);
        refuseIf(operator.isMissingNode(), () -> "Invalid member in numeric match: ]");
        refuseIf(!operator.isTextual(), () -> "Invalid member in numeric match: " + operator);
        var known = NumericOperator.find(operator.textValue()).orElseThrow(() ->
                InvalidPolicy.because("Unrecognized numeric range operator: " + operator.textValue()));
        return comparison(known, terms.path(1));
    }

    private static Comparison second(JsonNode terms) {
        var operator = terms.path(2);
        refuseIf(!operator.isTextual(), () -> "Bad value in numeric range: " + operator);
        var known = NumericOperator.find(operator.textValue())
                .filter(NumericOperator::closesRange)
                .orElseThrow(() ->
                        InvalidPolicy.because("Bad numeric range operator: " + operator.textValue()));
        return comparison(known, terms.path(3));
    }

    private static Comparison comparison(NumericOperator operator, JsonNode bound) {
        refuseIf(!bound.isNumber(), () -> "Value of " + operator.called() + " must be numeric");
        return new Comparison(operator, bound.decimalValue());
    }

    private static void refuseIf(boolean wrong, Supplier<String> reason) {
        if (wrong) throw InvalidPolicy.because(reason.get());
    }
}
