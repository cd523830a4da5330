package dev.fanout.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Paths, queries and headers are read in one way, or refused. */
@WebMvcTest
class RequestLineTest {
    private static final String ID = "0b8f2a5e-6d0c-4f57-9a3e-3f6f3a1c8d21";

    private final MockMvcTester http;

    RequestLineTest(@Autowired MockMvcTester http) {
        this.http = http;
    }

    @ParameterizedTest
    @CsvSource({
        "/cups?user_id=%ff, user_id",
        "/cups?user_id=%c3%28, user_id",
        "/cups?user_id=1%00, user_id",
        "/cups?user_id=1%0a, user_id",
        "/cups?user_id=1&user_id=2, user_id",
        "/cups?user_id=1&user%5fid=2, user_id",
        "/cups?user_id=1&limit=2&limit=2, limit",
        "/cups?%ff=1, query",
        "/cups/%ff, path",
        "/cups/%0d%0aX:1, path",
        "/cups/%1b%5b31m, path",
        "/cups;a=b, path",
        "/cups//x, path",
        "/cups/%2e%2e/x, path",
        "/cups/./x, path",
    })
    void what_can_be_read_in_two_ways_is_400(String uri, String field) {
        var answer = get(uri);
        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyText().contains("\"field\":\"" + field + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cups/", "/cups?user_id=", "/nowhere/"})
    void a_long_part_is_400_wherever_it_goes(String start) {
        assertThat(get(start + "x".repeat(2_100))).hasStatus(400);
        assertThat(get(start + "%c3%bc".repeat(513))).hasStatus(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /cups?user_id=0x10      | user_id | must be a whole number
            /cups?user_id=#10       | user_id | must be a whole number
            /cups?user_id=%2310     | user_id | must be a whole number
            /cups?user_id=%2B5      | user_id | must be a whole number
            /cups?user_id=%205      | user_id | must be a whole number
            /cups?user_id=5%20      | user_id | must be a whole number
            /cups?user_id=%D9%A3    | user_id | must be a whole number
            /cups?user_id=1.0       | user_id | must be a whole number
            /cups?user_id=99999999999999999999999 | user_id | must be a whole number
            /cups?user_id=9999999999999999999 | user_id | must be a whole number
            /cups?user_id=1&limit=4294967297 | limit | must be a whole number
            /cups/1-1-1-1-1         | cup_id  | must be a UUID
            /cups/0b8f2a5e6d0c4f579a3e3f6f3a1c8d21 | cup_id | must be a UUID
            /cups/C48qXm0MT1eaPj9vOhyNIQ== | cup_id | must be a UUID
            /cups/00000000-0000-0000-0000-000000000000 | cup_id | must be a UUID
            /table?window=60        | window  | must be a duration like PT5M
            /table?window=PT        | window  | must be a duration like PT5M
            /table?full=yes         | full    | must be true or false
            /table?full=TRUE        | full    | must be true or false
            """)
    void a_value_is_read_as_strictly_as_in_a_body(String uri, String field, String message) {
        var answer = get(uri);
        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyText().contains("\"field\":\"" + field + "\"", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cups?user_id=5", "/cups?user_id=-5&limit=1", "/cups/" + ID, "/table?window=PT5M&full=true"})
    void what_is_right_is_taken(String uri) {
        assertThat(get(uri)).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8080", "", "10.0.0.1", "[::2]"})
    void a_request_for_another_host_is_421(String host) {
        var answer = http.get().uri("/cups?user_id=5").header(HttpHeaders.HOST, host).exchange();
        assertThat(answer).hasStatus(421).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyText().contains("\"field\":\"Host\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "localhost.:80", "127.0.0.1:8080", "[::1]:8080", "shop.localhost"})
    void a_request_for_this_machine_is_answered(String host) {
        assertThat(http.get().uri("/cups?user_id=5").header(HttpHeaders.HOST, host)).hasStatus(200);
    }

    @Test
    void a_header_that_is_read_stands_there_once() {
        var answer = http.get().uri("/keyed").header("Cup-Key", "a", "b").exchange();
        assertThat(answer).hasStatus(400).bodyText().contains("\"field\":\"Cup-Key\"");
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(URI.create(uri)).exchange();
    }
}
