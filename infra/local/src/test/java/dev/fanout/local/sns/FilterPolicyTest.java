package dev.fanout.local.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FilterPolicyTest {
    private final FilterPolicy policy = FilterPolicy.parse("{\"type\":[\"a\",\"b\"],\"host\":[\"h\"]}");

    @Test
    void all_named_attributes_must_fit() {
        assertThat(policy.accepts(Map.of("type", text("b"), "host", text("h"), "more", text("x")))).isTrue();
        assertThat(policy.accepts(Map.of("type", text("b")))).isFalse();
        assertThat(policy.accepts(Map.of("type", text("c"), "host", text("h")))).isFalse();
    }

    @Test
    void one_value_of_an_array_is_enough() {
        var types = new MessageAttribute("String.Array", "[\"x\",\"a\"]");
        assertThat(policy.accepts(Map.of("type", types, "host", text("h")))).isTrue();
    }

    @Test
    void no_policy_hears_all() {
        assertThat(FilterPolicy.parse("").accepts(Map.of())).isTrue();
    }

    private static MessageAttribute text(String value) {
        return new MessageAttribute("String", value);
    }
}
