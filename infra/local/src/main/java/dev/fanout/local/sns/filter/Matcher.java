package dev.fanout.local.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** One rule of a list. */
sealed interface Matcher {
    /** Asked with all values of a key: none where it is missing, many where it is an array. */
    boolean accepts(List<JsonNode> values);

    /** A rule about single values: one that fits is enough. */
    sealed interface OfValue extends Matcher {
        boolean fits(JsonNode value);

        @Override
        default boolean accepts(List<JsonNode> values) {
            return values.stream().anyMatch(this::fits);
        }
    }

    record Exists(boolean wanted) implements Matcher {
        @Override
        public boolean accepts(List<JsonNode> values) {
            return wanted ? values.stream().anyMatch(Exists::hasContent) : values.isEmpty();
        }

        private static boolean hasContent(JsonNode value) {
            return !value.isNull() && !value.asText().isEmpty();
        }
    }

    record Exactly(JsonNode wanted) implements OfValue {
        @Override
        public boolean fits(JsonNode value) {
            if (!wanted.isNumber() || !value.isNumber()) return wanted.equals(value);
            return wanted.decimalValue().compareTo(value.decimalValue()) == 0;
        }
    }

    record Prefix(String text) implements OfValue {
        @Override
        public boolean fits(JsonNode value) {
            return value.isTextual() && value.textValue().startsWith(text);
        }
    }

    record Suffix(String text) implements OfValue {
        @Override
        public boolean fits(JsonNode value) {
            return value.isTextual() && value.textValue().endsWith(text);
        }
    }

    record EqualsIgnoreCase(String text) implements OfValue {
        @Override
        public boolean fits(JsonNode value) {
            return value.isTextual() && value.textValue().equalsIgnoreCase(text);
        }
    }

    record Wildcard(WildcardPattern pattern) implements OfValue {
        @Override
        public boolean fits(JsonNode value) {
            return value.isTextual() && pattern.fits(value.textValue());
        }
    }

    record Numeric(List<Comparison> comparisons) implements OfValue {
        @Override
        public boolean fits(JsonNode value) {
            return value.isNumber() && comparisons.stream().allMatch(c -> c.holds(value.decimalValue()));
        }
    }

    record Comparison(NumericOperator operator, BigDecimal bound) {
        boolean holds(BigDecimal value) {
            return operator.holds(value.compareTo(bound));
        }
    }

    record Cidr(AddressBlock block) implements OfValue {
        @Override
        public boolean fits(JsonNode value) {
            return value.isTextual() && block.contains(value.textValue());
        }
    }

    /** In an array, one value that is none of these is enough: AWS's own example is rugby and baseball. */
    record AnythingBut(List<OfValue> excluded) implements OfValue {
        @Override
        public boolean fits(JsonNode value) {
            return excluded.stream().noneMatch(rule -> rule.fits(value));
        }
    }
}
