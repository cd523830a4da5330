package dev.fanout.local.sns.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS refuses, and how it says so. */
class RefusedPolicyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                             | failed to parse JSON.
            {} {}                                         | failed to parse JSON.
            ['a']                                         | Filter is not an object
            {'k': 'a'}                                    | "k" must be an object or an array
            {'k': {'suffix': 'a'}}                        | "suffix" must be an object or an array
            {'k': []}                                     | Empty arrays are not allowed
            {'k': {}}                                     | Empty objects are not allowed
            {'k': [['a']]}                                | Match value must be String, number, true, false, or null
            {'k': [{'wrong-operator': true}]}             | Unrecognized match type wrong-operator
            {'k': [{'suffix': 'a', 'prefix': 'b'}]}       | Only one key allowed in match expression
            {'k': [{}]}                                   | Match expression name not found
            {'k': [{'suffix': 100}]}                      | suffix match pattern must be a string
            {'k': [{'prefix': null}]}                     | prefix match pattern must be a string
            {'k': [{'equals-ignore-case': []}]}           | equals-ignore-case match pattern must be a string
            {'k': [{'wildcard': 1}]}                      | wildcard match pattern must be a string
            {'k': [{'wildcard': 'a**'}]}                  | Consecutive wildcard characters at pos 1
            {'k': [{'wildcard': 'a\\\\b'}]}               | Invalid escape character at pos 1
            {'k': [{'exists': 'no'}]}                     | exists match pattern must be either true or false.
            {'k': [{'exists': null}]}                     | exists match pattern must be either true or false.
            {'k': [{'numeric': 1}]}                       | Value of numeric must be an array.
            {'k': [{'numeric': []}]}                      | Invalid member in numeric match: ]
            {'k': [{'numeric': [1, '<=']}]}               | Invalid member in numeric match: 1
            {'k': [{'numeric': ['operator']}]}            | Unrecognized numeric range operator: operator
            {'k': [{'numeric': ['=', '000']}]}            | Value of equals must be numeric
            {'k': [{'numeric': ['>=']}]}                  | Value of >= must be numeric
            {'k': [{'numeric': ['<', 100, '>', 10]}]}     | Too many elements in numeric expression
            {'k': [{'numeric': ['>=', 1, '>', 2]}]}       | Bad numeric range operator: >
            {'k': [{'numeric': ['>', 3, '<', 1]}]}        | Bottom must be less than top
            {'k': [{'numeric': ['>', 20, '<=']}]}         | Value of <= must be numeric
            {'k': [{'numeric': ['>', 20, 30]}]}           | Bad value in numeric range: 30
            {'k': [{'numeric': ['>', 20, 'test']}]}       | Bad numeric range operator: test
            {'k': [{'numeric': ['>', '20', '<', '30']}]}  | Value of > must be numeric
            {'k': [{'numeric': ['>', 20, '<', '30']}]}    | Value of < must be numeric
            {'k': [{'numeric': ['>', 2, '<', 3, '<', 5]}]} | Too many terms in numeric range expression
            {'k': [{'cidr': 5}]}                          | prefix match pattern must be a string
            {'k': [{'cidr': '10.0.0.0'}]}                 | Malformed CIDR, one '/' required
            {'k': [{'cidr': '10.0.0.0/x'}]}               | Malformed CIDR, mask bits must be an integer
            {'k': [{'cidr': '10.0.0.0/-1'}]}              | Malformed CIDR, mask bits must not be negative
            {'k': [{'cidr': '10.0.0.0/32'}]}              | IPv4 mask bits must be < 32
            {'k': [{'cidr': 'localhost/8'}]}              | Nonstandard IP address: localhost
            {'k': [{'cidr': '10.0.0.256/8'}]}             | Nonstandard IP address: 10.0.0.256
            {'k': [{'anything-but': true}]}               | Value of anything-but must be an array or single
            {'k': [{'anything-but': []}]}                 | Inside anything but list, either all values are number
            {'k': [{'anything-but': ['a', 1]}]}           | Inside anything but list, either all values are number
            {'k': [{'anything-but': ['a', null]}]}        | Inside anything but list, start
            {'k': [{'anything-but': {'exists': false}}]}  | Unsupported anything-but pattern: exists
            {'k': [{'anything-but': {'prefix': false}}]}  | prefix match pattern must be a string
            {'$or': [{'a': ['1']}, {}]}                   | Empty objects are not allowed
            {'$or': [{'a': ['1']}]}                       | Unrecognized match type a
            {'a': ['1'], 'b': ['1'], 'c': ['1'], 'd': ['1'], 'e': ['1'], 'f': ['1']} | more than 5 keys
            """)
    void it_is_refused_in_the_words_of_aws(String policy, String reason) {
        assertRefused(policy.replace('\'', '"'), FilterScope.MESSAGE_BODY, "FilterPolicy: ", reason);
    }

    @Test
    void attributes_are_not_nested() {
        var nested = "Filter policy scope MessageAttributes does not support nested filter policy";
        assertRefused("{\"a\":{\"b\":[\"c\"]}}", FilterScope.MESSAGE_ATTRIBUTES, nested, nested);
        assertRefused(
                "{\"$or\":[{\"a\":{\"b\":[\"c\"]}},{\"d\":[1]}]}", FilterScope.MESSAGE_ATTRIBUTES, nested, nested);
    }

    @Test
    void its_values_may_be_combined_in_150_ways() {
        var tooComplex = "Filter policy is too complex";
        assertTaken("{\"a\":%s}".formatted(list(150)));
        assertRefused("{\"a\":%s}".formatted(list(151)), FilterScope.MESSAGE_BODY, "", tooComplex);
        assertTaken("{\"a\":%s,\"b\":%s}".formatted(list(15), list(10)));
        assertRefused("{\"a\":%s,\"b\":%s}".formatted(list(16), list(10)), FilterScope.MESSAGE_BODY, "", tooComplex);
    }

    @Test
    void a_nested_list_counts_as_often_as_it_is_deep_and_alternatives_add_up() {
        assertTaken("{\"a\":{\"b\":%s}}".formatted(list(75)));
        assertRefused("{\"a\":{\"b\":%s}}".formatted(list(76)), FilterScope.MESSAGE_BODY, "", "too complex");
        var or = "{\"s\":%s,\"$or\":[{\"m\":%s},{\"t\":%s,\"$or\":[{\"i\":%s},{\"j\":%s}]}]}";
        assertTaken(or.formatted(list(3), list(6), list(4), list(4), list(7)));
        assertRefused(
                or.formatted(list(4), list(6), list(4), list(4), list(4)),
                FilterScope.MESSAGE_ATTRIBUTES, "", "too complex");
    }

    @Test
    void it_may_be_as_large_as_a_message() {
        var frame = "{\"k\":[\"\"]}";
        assertTaken("{\"k\":[\"%s\"]}".formatted("x".repeat(256 * 1024 - frame.length())));
        assertRefused(
                "{\"k\":[\"%s\"]}".formatted("x".repeat(256 * 1024 - frame.length() + 1)),
                FilterScope.MESSAGE_BODY, "", "larger than 256 KB");
    }

    private static void assertTaken(String policy) {
        assertThat(FilterPolicy.parse(policy, FilterScope.MESSAGE_BODY).hearsAll()).isFalse();
    }

    private static void assertRefused(String policy, FilterScope scope, String start, String reason) {
        assertThatExceptionOfType(InvalidPolicy.class)
                .isThrownBy(() -> FilterPolicy.parse(policy, scope))
                .extracting(InvalidPolicy::reason)
                .asString()
                .startsWith(start)
                .contains(reason);
    }

    private static String list(int values) {
        return IntStream.range(0, values).mapToObj(i -> "\"v" + i + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
