package dev.fanout.local.sns.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each operator hears; texts in single quotes stand for JSON's double ones. */
class FilterPolicyTest {
    @ParameterizedTest(name = "{0} hears {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'k': ['a', 'b']}                                  | {'k': 'b'}
            {'k': [5]}                                         | {'k': 5.0}
            {'k': [301.5]}                                     | {'k': 3.015e2}
            {'k': [true]}                                      | {'k': true}
            {'k': [null]}                                      | {'k': null}
            {'k': ['a']}                                       | {'k': ['x', 'a']}
            {'k': [5]}                                         | {'k': ['x', 5]}
            {'k': [{'prefix': 'bas'}]}                         | {'k': 'baseball'}
            {'k': [{'suffix': 'ball'}]}                        | {'k': 'baseball'}
            {'k': [{'equals-ignore-case': 'TENNIS'}]}          | {'k': 'tennis'}
            {'k': [{'wildcard': '*ball'}]}                     | {'k': 'baseball'}
            {'k': [{'wildcard': 'b*s*b*l'}]}                   | {'k': 'baseball'}
            {'k': [{'wildcard': 'a*a'}]}                       | {'k': 'aa'}
            {'k': [{'wildcard': '\\\\*\\\\\\\\*'}]}            | {'k': '*\\\\any'}
            {'k': [{'numeric': ['=', 301.5]}]}                 | {'k': 301.50}
            {'k': [{'numeric': ['<', 5]}]}                     | {'k': 4.99999}
            {'k': [{'numeric': ['<=', 5]}]}                    | {'k': 5}
            {'k': [{'numeric': ['>=', 5]}]}                    | {'k': 5}
            {'k': [{'numeric': ['>', 0, '<=', 100]}]}          | {'k': 100}
            {'k': [{'numeric': ['>', 0, '<=', 100]}]}          | {'k': [-1, 101, 50]}
            {'k': [{'exists': true}]}                          | {'k': 0}
            {'k': [{'exists': false}]}                         | {'other': 'x'}
            {'k': [{'exists': false}]}                         | {'k': {'not a': 'leaf'}}
            {'k': [{'cidr': '10.1.2.0/24'}]}                   | {'k': '10.1.2.255'}
            {'k': [{'cidr': '10.1.2.3/24'}]}                   | {'k': '10.1.2.1'}
            {'k': [{'cidr': '2001:db8::/32'}]}                 | {'k': '2001:db8:1::1'}
            {'k': [{'cidr': '0.0.0.0/0'}]}                     | {'k': '255.1.2.3'}
            {'k': [{'anything-but': 'rugby'}]}                 | {'k': 'tennis'}
            {'k': [{'anything-but': ['rugby', 'tennis']}]}     | {'k': ['rugby', 'baseball']}
            {'k': [{'anything-but': 5}]}                       | {'k': 6}
            {'k': [{'anything-but': [5, 6]}]}                  | {'k': '5'}
            {'k': [{'anything-but': {'prefix': 'bas'}}]}       | {'k': 'rugby'}
            {'k': [{'anything-but': {'suffix': 'ball'}}]}      | {'k': 'rugby'}
            {'k': [{'anything-but': {'wildcard': '*b*'}}]}     | {'k': 'golf'}
            {'k': [{'anything-but': {'prefix': ['a', 'b']}}]}  | {'k': 'c'}
            {'k': ['x', {'anything-but': 'y'}, {'exists': false}]} | {'z': 1}
            {'a': ['1'], 'b': ['2']}                           | {'a': '1', 'b': '2', 'c': '3'}
            {'a': ['1'], '$or': [{'b': ['2']}, {'c': ['3']}]}  | {'a': '1', 'c': '3'}
            {'$or': [{'b': ['2'], 'c': ['3']}, {'d': ['4']}]}  | {'b': '2', 'c': '3'}
            {'a': {'$or': [{'b': ['2']}, {'c': ['3']}]}}       | {'a': {'c': '3'}}
            {'$or': ['a', 'b']}                                | {'$or': 'b'}
            {'$or': [{'prefix': 'a'}, {'suffix': 'b'}]}        | {'$or': 'xb'}
            {'a': {'b': ['x'], 'c': [{'exists': false}]}}      | {'a': {'b': 'x'}}
            {'a': {'c': [{'exists': false}]}}                  | {'b': 1}
            {'a': {'b': ['x'], 'c': ['y']}}                    | {'a': [{'b': 'z'}, {'b': 'x', 'c': 'y'}]}
            {'a': {'b': {'c': ['x']}}}                         | {'a': [{'b': [[{'c': 'x'}]]}]}
            {'a.b.c': ['x']}                                   | {'a': {'b': {'c': 'x'}}}
            {'a.b.c': ['x']}                                   | {'a.b': {'c': 'x'}}
            {'a': {'b': ['x']}}                                | {'a.b': 'x'}
            {'a': {'b': ['x'], 'c': ['y']}}                    | {'a.b': 'x', 'a': {'c': 'y'}}
            """)
    void it_hears(String policy, String message) {
        assertThat(hears(policy, message)).isTrue();
    }

    @ParameterizedTest(name = "{0} does not hear {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'k': ['a', 'b']}                                  | {'k': 'A'}
            {'k': ['a']}                                       | {'other': 'a'}
            {'k': [5]}                                         | {'k': '5'}
            {'k': ['5']}                                       | {'k': 5}
            {'k': ['true']}                                    | {'k': true}
            {'k': [null]}                                      | {'other': null}
            {'k': [{'prefix': 'bas'}]}                         | {'k': 'a bas'}
            {'k': [{'prefix': '1'}]}                           | {'k': 12}
            {'k': [{'suffix': 'ball'}]}                        | {'k': 'balls'}
            {'k': [{'equals-ignore-case': 'TENNIS'}]}          | {'k': 'tennis '}
            {'k': [{'wildcard': 'a*a'}]}                       | {'k': 'a'}
            {'k': [{'wildcard': 'a*b*c'}]}                     | {'k': 'acb'}
            {'k': [{'wildcard': 'a\\\\*'}]}                    | {'k': 'ab'}
            {'k': [{'wildcard': 'ab'}]}                        | {'k': 'abc'}
            {'k': [{'numeric': ['<', 5]}]}                     | {'k': 5}
            {'k': [{'numeric': ['>', 0]}]}                     | {'k': '1'}
            {'k': [{'numeric': ['>', 0, '<=', 100]}]}          | {'k': 100.1}
            {'k': [{'numeric': ['>', 0, '<=', 100]}]}          | {'k': [0, 101]}
            {'k': [{'numeric': ['=', 1]}]}                     | {'k': 1e999999999}
            {'k': [{'exists': true}]}                          | {'other': 0}
            {'k': [{'exists': true}]}                          | {'k': null}
            {'k': [{'exists': true}]}                          | {'k': []}
            {'k': [{'exists': false}]}                         | {'k': 'x'}
            {'k': [{'exists': false}]}                         | {}
            {'k': [{'cidr': '10.1.2.0/24'}]}                   | {'k': '10.1.3.0'}
            {'k': [{'cidr': '10.1.2.0/24'}]}                   | {'k': 'ten.example.com'}
            {'k': [{'cidr': '::/1'}]}                          | {'k': '10.1.2.0'}
            {'k': [{'anything-but': 'rugby'}]}                 | {'k': 'rugby'}
            {'k': [{'anything-but': 'rugby'}]}                 | {'other': 'tennis'}
            {'k': [{'anything-but': ['rugby', 'tennis']}]}     | {'k': ['rugby', 'tennis']}
            {'k': [{'anything-but': [5, 6]}]}                  | {'k': 5.0}
            {'k': [{'anything-but': {'prefix': 'bas'}}]}       | {'k': 'baseball'}
            {'k': [{'anything-but': {'suffix': 'ball'}}]}      | {'k': 'baseball'}
            {'k': [{'anything-but': {'wildcard': '*b*'}}]}     | {'k': 'rugby'}
            {'a': ['1'], 'b': ['2']}                           | {'a': '1'}
            {'a': ['1'], '$or': [{'b': ['2']}, {'c': ['3']}]}  | {'a': '1', 'd': '3'}
            {'a': ['1'], '$or': [{'b': ['2']}, {'c': ['3']}]}  | {'c': '3'}
            {'$or': [{'b': ['2'], 'c': ['3']}, {'d': ['4']}]}  | {'b': '2'}
            {'a': {'b': ['x'], 'c': [{'exists': false}]}}      | {'a': {'b': 'x', 'c': 'y'}}
            {'a': {'b': ['x'], 'c': ['y']}}                    | {'a': [{'b': 'x'}, {'c': 'y'}]}
            {'a': {'b': ['x']}}                                | {'b': 'x'}
            {'a': {'b': ['x']}}                                | {'a': 'x'}
            {'k': ['a']}                                       | 'a'
            {'k': ['a']}                                       | ['a']
            {'k': [{'exists': false}]}                         | no JSON
            """)
    void it_does_not_hear(String policy, String message) {
        assertThat(hears(policy, message)).isFalse();
    }

    @Test
    void no_message_is_too_deep_to_be_asked() {
        var path = "a.".repeat(20_000);
        var message = "{'%1$sx': 1, '%1$sy': 2, 'k': 'heard'}".formatted(path);
        assertThat(hears("{'k': ['heard']}", message)).isTrue();
        var nested = "{'%s': ['heard']}".formatted(path);
        assertThat(hears(nested, message)).isFalse();
    }

    @Test
    void no_policy_hears_all_and_so_does_one_without_keys() {
        for (var policy : new String[] {"", "{}"}) {
            assertThat(hears(policy, "{}")).isTrue();
            assertThat(hears(policy, "no JSON")).isTrue();
        }
    }

    private static boolean hears(String policy, String message) {
        return FilterPolicy.parse(json(policy), FilterScope.MESSAGE_BODY).accepts(Json.ifPossible(json(message)));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
