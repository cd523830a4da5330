package dev.fanout.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The description is rendered from the controllers here, and served as a file: see the pom. */
@PublisherTest
@Import(ApiDescription.class)
@TestPropertySource(properties = {
    "springdoc.api-docs.enabled=true",
    "springdoc.paths-to-exclude=/error",
    "springdoc.default-produces-media-type=application/json",
    "springdoc.writer-with-order-by-keys=true",
    "springdoc.writer-with-default-pretty-printer=true"
})
class ApiDescriptionTest {
    private static final Path FILE = Path.of("src/main/resources/static/openapi.json");

    @Autowired
    private Client client;

    @Test
    void what_is_served_is_what_the_controllers_say() throws IOException {
        var rendered = client.get("/v3/api-docs").body() + "\n";
        if (Boolean.getBoolean("fanout.render")) Files.writeString(FILE, rendered);
        assertThat(FILE)
                .as("stale; render it again: ./mvnw -pl publisher-service -am test -Dtest=ApiDescriptionTest "
                        + "-Dfanout.render=true -Dsurefire.failIfNoSpecifiedTests=false")
                .content()
                .isEqualTo(rendered);
    }

    @Test
    void names_are_those_of_the_wire() {
        var api = client.get("/openapi.json");
        assertThat(api.<Map<String, Object>>at("$.components.schemas.NewOrder.properties"))
                .containsOnlyKeys("user_id", "total", "items");
        assertThat(api.<Map<String, Object>>at("$.components.schemas.Order.properties")).containsOnlyKeys(
                "order_id", "user_id", "total", "status", "items", "version", "created_at", "updated_at");
        assertThat(api.<Map<String, Object>>at("$.components.schemas.NewView.properties"))
                .containsOnlyKeys("host_id", "content_id", "ad_id", "event_id", "timestamp", "sequence");
        assertThat(api.body().replaceAll("\\s", ""))
                .contains("\"enum\":[\"pending\",\"confirmed\",\"shipped\",\"cancelled\"]");
    }

    @Test
    void refusals_are_described_as_problems() {
        var api = client.get("/openapi.json");
        assertThat(api.<Map<String, Object>>at("$.paths./orders.post.responses"))
                .containsOnlyKeys("201", "400", "413", "415", "422", "500", "503");
        assertThat(api.<String>at("$.paths./orders.post.responses.400.$ref"))
                .isEqualTo("#/components/responses/Problem");
        assertThat(api.<Map<String, Object>>at("$.components.schemas.Problem.properties")).containsKey("errors");
    }
}
