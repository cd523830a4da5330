package dev.fanout.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {
    private final MockMvcTester http;

    ProblemsTest(@Autowired MockMvcTester http) {
        this.http = http;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
        {"total":1}                                            | user_id           | must not be null
        {"user_id":"2"}                                        | user_id           | must be a whole number
        {"user_id":1.5}                                        | user_id           | must be a whole number
        {"user_id":1.0}                                        | user_id           | must be a whole number
        {"user_id":true}                                       | user_id           | must be a whole number
        {"user_id":""}                                         | user_id           | must be a whole number
        {"user_id":99999999999999999999}                       | user_id           | must be a whole number in range
        {"user_id":1,"user_id":2}                              | $                 | is not valid JSON: Duplicate Object property "user_id"
        {"user_id":[1]}                                        | user_id           | must be a whole number
        {"user_id":1,"userId":2}                               | userId            | is not known here; known are
        {"user_id":1,"total":"19.98"}                          | total             | must be a number
        {"user_id":1,"total":NaN}                              | $                 | is not valid JSON: Non-standard token 'NaN' (line 1, column 25)
        {"user_id":1,"colour":"blue"}                          | colour            | must be one of RED, GREEN
        {"user_id":1,"colour":0}                               | colour            | must be one of RED, GREEN
        {"user_id":1,"colour":""}                              | colour            | must be one of RED, GREEN
        {"user_id":1,"event_id":"x"}                           | event_id          | must be a UUID
        {"user_id":1,"event_id":""}                            | event_id          | must be a UUID
        {"user_id":1,"event_id":7}                             | event_id          | must be a UUID
        {"user_id":1,"timestamp":"yesterday"}                  | timestamp         | must be a time like
        {"user_id":1,"timestamp":1732000000}                   | timestamp         | must be a time like
        {"user_id":1,"timestamp":"+10000-01-01T00:00:00Z"}     | timestamp         | must be a time like
        {"user_id":1,"full":"true"}                            | full              | must be true or false
        {"user_id":1,"full":1}                                 | full              | must be true or false
        {"user_id":1,"items":{}}                               | items             | must be an array
        {"user_id":1,"items":""}                               | items             | must be an array
        {"user_id":1,"items":[1]}                              | items[0]          | must be an object
        {"user_id":1,"items":[null]}                           | items[0]          | must not be null
        {"user_id":1,"items":[{"sku_name":"a","quantity":1},{"sku_name":"b","quantity":"2"}]} | items[1].quantity | must be a whole number
        {"user_id":1,"items":[{"sku_name":"a","quantity":99999999999}]} | items[0].quantity | must be a whole number in range
        {"user_id":1,"items":[{"sku_name":"a","quantity":0}]}  | items[0].quantity | must be greater than or equal to 1
        {"user_id":1,"items":[{"sku_name":5,"quantity":1}]}    | items[0].sku_name | must be a string
        {"user_id":1,"items":[{"sku_name":"","quantity":1}]}   | items[0].sku_name | must be lower case
        {"user_id":1,"items":[{"quantity":1}]}                 | items[0].sku_name | must not be null
        {"user_id":1                                           | $                 | is not valid JSON
        {"user_id":1} {}                                       | $                 | is not valid JSON: it goes on after its end
        {"user_id":                                            | $                 | is not valid JSON: Unexpected end-of-input
        {user_id:1}                                            | $                 | is not valid JSON
        []                                                     | $                 | must be an object
        7                                                      | $                 | must be an object
        null                                                   | $                 | is missing
        -                                                      | $                 | is missing
        """)
    void a_bad_body_is_refused_and_the_field_named(@Nullable String body, String field, String message) {
        var answer = post(body, MediaType.APPLICATION_JSON_VALUE);
        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(errors(answer)).singleElement().satisfies(error -> {
            assertThat(error).containsEntry("field", field);
            assertThat(error.get("message")).startsWith(message);
        });
        assertThat(answer).bodyText().doesNotContain("dev.fanout", "java.", "Exception", "Source");
    }

    @Test
    void all_invalid_fields_are_named() {
        var answer = post("{\"items\":[{\"sku_name\":\"A\",\"quantity\":0}]}", MediaType.APPLICATION_JSON_VALUE);
        assertThat(errors(answer)).extracting("field")
                .containsExactly("items[0].quantity", "items[0].sku_name", "user_id");
        assertThat(answer).bodyJson().extractingPath("$.detail").isEqualTo("3 fields are not valid");
    }

    @Test
    void an_answer_lists_at_most_a_hundred_errors() {
        var answer = post("{\"user_id\":1,\"items\":[" + "{},".repeat(999) + "{}]}", MediaType.APPLICATION_JSON_VALUE);
        assertThat(errors(answer)).hasSize(100);
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void another_content_type_is_415(String type) {
        var answer = post("{\"user_id\":1}", type);
        assertThat(answer).hasStatus(415).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(errors(answer)).extracting("field").containsExactly("Content-Type");
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404, -",
        "/cups/seven, 400, cup_id",
        "/cups, 400, user_id",
        "/cups?user_id=x, 400, user_id",
        "/cups?user_id=1&limit=11, 400, limit",
        "/cups?user_id=1&limit=99999999999, 400, limit",
        "/keyed, 400, Cup-Key",
        "/taken, 409, colour",
        "/error, 404, -",
    })
    void a_bad_request_line_is_a_problem(String path, int status, String field) {
        var answer = http.get().uri(path).exchange();
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (field.equals("-")) assertThat(errors(answer)).isEmpty();
        else assertThat(errors(answer)).extracting("field").containsExactly(field);
        assertThat(answer).bodyText().doesNotContain("java.", "Exception");
    }

    @Test
    void a_wrong_method_is_405_and_the_allowed_are_told() {
        var answer = http.delete().uri("/cups").exchange();
        assertThat(answer).hasStatus(405).hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .headers().containsHeader(HttpHeaders.ALLOW);
        assertThat(errors(answer)).isEmpty();
    }

    @Test
    void a_problem_can_carry_more() {
        assertThat(http.get().uri("/taken")).hasHeader("Retry-After", "3").bodyJson().extractingPath("$.by").isEqualTo("you");
    }

    @Test
    void what_is_our_fault_is_logged_once_under_an_id_and_tells_the_client_nothing_else(CapturedOutput log) {
        var answer = http.get().uri("/broken").exchange();
        assertThat(answer).hasStatus(500).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyText().doesNotContain("secret", "IllegalState");
        assertThat(answer).bodyJson().extractingPath("$.error_id").asString().satisfies(id ->
                assertThat(log.getOut().lines().filter(line -> line.contains(id))).hasSize(1));
        assertThat(log.getOut()).containsOnlyOnce("secret.Class knows");
    }

    @Test
    void a_client_of_another_language_reads_the_same_messages() {
        var answer = http.post().uri("/cups").header("Accept-Language", "de").contentType(MediaType.APPLICATION_JSON)
                .content("{}").exchange();
        assertThat(errors(answer)).extracting("message").containsExactly("must not be null");
    }

    private MvcTestResult post(@Nullable String body, String type) {
        var request = http.post().uri("/cups").header(HttpHeaders.CONTENT_TYPE, type);
        return body == null ? request.exchange() : request.content(body).exchange();
    }

    private static List<Map<String, String>> errors(MvcTestResult answer) {
        return JsonPath.read(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8), "$.errors");
    }
}
