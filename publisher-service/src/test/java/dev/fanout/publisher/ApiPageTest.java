package dev.fanout.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PublisherTest
class ApiPageTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    @Autowired
    private Client client;

    @Test
    void there_is_a_page_to_read_the_description_and_all_that_it_needs_is_here() {
        var page = client.get("/swagger-ui.html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(links(page.body())).hasSize(4).noneMatch(link -> link.contains(":")).allSatisfy(link ->
                assertThat(client.get("/" + link).status()).as(link).isEqualTo(200));
        assertThat(client.get("/swagger-ui.js").body()).contains("url: 'openapi.json'", "validatorUrl: null");
        assertThat(client.get("/openapi.json").header("Content-Type")).isEqualTo("application/json");
    }

    /** Whatever renders it has a JSON of its own, and is not there. */
    @Test
    void the_description_is_a_file() {
        assertThat(client.get("/v3/api-docs").status()).isEqualTo(404);
    }

    private static List<String> links(String page) {
        return LINK.matcher(page).results().map(result -> result.group(1)).toList();
    }
}
