package dev.fanout.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PublisherTest
class ApiDescriptionTest {
    @Autowired
    private Client client;

    @Test
    void names_are_those_of_the_wire() {
        var api = client.get("/v3/api-docs");
        assertThat(api.<Map<String, Object>>at("$.components.schemas.NewOrder.properties"))
                .containsOnlyKeys("user_id", "total", "items");
        assertThat(api.<Map<String, Object>>at("$.components.schemas.Order.properties")).containsOnlyKeys(
                "order_id", "user_id", "total", "status", "items", "version", "created_at", "updated_at");
        assertThat(api.<Map<String, Object>>at("$.components.schemas.NewView.properties"))
                .containsOnlyKeys("host_id", "content_id", "ad_id", "event_id", "timestamp", "sequence");
        assertThat(api.body()).contains("\"enum\":[\"pending\",\"confirmed\",\"shipped\",\"cancelled\"]");
    }

    @Test
    void refusals_are_described_as_problems() {
        var api = client.get("/v3/api-docs");
        assertThat(api.<Map<String, Object>>at("$.paths./orders.post.responses"))
                .containsOnlyKeys("201", "400", "413", "415", "422", "500", "503");
        assertThat(api.<String>at("$.paths./orders.post.responses.400.$ref"))
                .isEqualTo("#/components/responses/Problem");
        assertThat(api.<Map<String, Object>>at("$.components.schemas.Problem.properties")).containsKey("errors");
    }

    @Test
    void there_is_a_page_to_read_it() {
        var page = client.get("/swagger-ui.html");
        assertThat(page.status()).isBetween(200, 302);
    }
}
