package dev.fanout.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A request that will be refused is refused before anything is done for it. */
@WebMvcTest
class RefusedBeforeTest {
    private static final String CUP = "{\"user_id\":1}";
    private static final String CUP_PATH = "/cups/0b8f2a5e-6d0c-4f57-9a3e-3f6f3a1c8d21";

    private final MockMvcTester http;
    private final Cupboard.Shelf shelf;

    RefusedBeforeTest(@Autowired MockMvcTester http, @Autowired Cupboard.Shelf shelf) {
        this.http = http;
        this.shelf = shelf;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "application/xml", "image/png", "garbage", "text/plain", "application/problem+json", "application/vnd.a+json",
        "application/json;q=0", "*/*;q=0", "/", "application/", "a/b;c", "text/html, image/*",
    })
    void an_answer_that_the_client_cannot_take_is_406_and_nothing_is_done(String accept) {
        int before = shelf.cupsTaken();
        for (var post : new Object[][] {{HttpMethod.POST, "/cups"}, {HttpMethod.PUT, CUP_PATH}}) {
            var answer = http.method((HttpMethod) post[0]).uri((String) post[1]).header(HttpHeaders.ACCEPT, accept)
                    .contentType(MediaType.APPLICATION_JSON).content(CUP).exchange();
            assertThat(answer).hasStatus(406).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(answer).bodyText().contains("\"field\":\"Accept\"");
        }
        assertThat(shelf.cupsTaken()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "application/json", "*/*", "application/*", "application/json;charset=utf-16", "application/json;charset=latin1",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json;q=0.1, image/png", "",
        "application/problem+json, application/json",
    })
    void an_answer_that_it_can_take_is_json_in_utf_8(String accept) {
        var answer = http.post().uri("/cups").header(HttpHeaders.ACCEPT, accept)
                .contentType(MediaType.APPLICATION_JSON).content(CUP).exchange();
        assertThat(answer).hasStatus(200);
        assertThat(answer.getResponse().getContentType()).startsWith("application/json").doesNotContain("16", "latin");
        assertThat(answer.getResponse().getContentAsByteArray()).contains("\"user_id\":1".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void where_there_is_a_table_it_can_be_had() {
        assertThat(http.get().uri("/table").header(HttpHeaders.ACCEPT, "text/plain")).hasBodyTextEqualTo("CUP\n");
        assertThat(http.get().uri("/table").header(HttpHeaders.ACCEPT, "*/*")).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "application/yaml", "application/x-yaml", "text/yaml", "application/xml", "text/xml", "application/cbor",
        "application/x-jackson-smile", "application/vnd.cup+json", "application/problem+json", "text/json", "text/plain",
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/octet-stream", "*/*",
        "application/*", "garbage", "application/json;charset=utf-16", "application/json;charset=latin1",
        "application/json;charset=none",
    })
    void a_body_that_is_not_json_is_415_and_nothing_is_done(String type) {
        int before = shelf.cupsTaken();
        var answer = http.post().uri("/cups").header(HttpHeaders.CONTENT_TYPE, type).content(CUP).exchange();
        assertThat(answer).hasStatus(415).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyText().contains("\"field\":\"Content-Type\"", "application/json");
        assertThat(shelf.cupsTaken()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "ISO-8859-1"})
    void json_in_another_encoding_is_refused(String charset) {
        var body = "{\"user_id\":1,\"names\":[\"ü\"]}".getBytes(Charset.forName(charset));
        var answer = http.post().uri("/cups").contentType(MediaType.APPLICATION_JSON).content(body).exchange();
        assertThat(answer).hasStatus(400).bodyText().contains("must be JSON in UTF-8");
    }

    @Test
    void a_handler_that_takes_bytes_takes_them() {
        var frame = http.post().uri("/frames").contentType(MediaType.APPLICATION_OCTET_STREAM);
        assertThat(frame.content(new byte[] {0, 1, 2})).hasStatus(200).hasBodyTextEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            names | null
            names | {}
            names | [[[[[[[[[[
            items | null
            items | {}
            items | "x"
            """)
    void a_list_is_read_no_further_than_it_may_be_long(String list, String element) {
        var body = "{\"user_id\":1,\"" + list + "\":[" + (element + ",").repeat(20_000);
        var answer = http.post().uri("/cups").contentType(MediaType.APPLICATION_JSON).content(body).exchange();
        assertThat(answer).hasStatus(400);
        assertThat(answer.getResponse().getContentAsByteArray()).hasSizeLessThan(400);
    }

    @Test
    void too_long_a_list_is_told_by_its_rule_alone() {
        var answer = http.post().uri("/cups").contentType(MediaType.APPLICATION_JSON)
                .content("{\"names\":[null,null,null,null]}").exchange();
        assertThat(answer).bodyText().contains("\"field\":\"names\",\"message\":\"must have at most 3 names\"")
                .doesNotContain("names[");
    }
}
