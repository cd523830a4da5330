package dev.fanout.publisher.views;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.messaging.EventTimes;
import dev.fanout.publisher.Client;
import dev.fanout.publisher.Ears;
import dev.fanout.publisher.PublisherTest;
import dev.fanout.publisher.Together;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PublisherTest
class ViewApiTest {
    @Autowired
    private Client client;

    @Autowired
    private Ears ears;

    private final String host = "host-" + UUID.randomUUID();

    @Test
    void a_view_is_published_as_it_was_sent() {
        var id = UUID.randomUUID().toString();
        var second = Instant.now().plus(EventTimes.USUAL.maxAhead()).minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        var seen = second.toString().replace("Z", "");
        var answer = client.post(
                "/views",
                """
                {"host_id":"%s","content_id":"c:1","ad_id":"a.1","event_id":"%s","sequence":7,
                 "timestamp":"%s.123456Z"}"""
                        .formatted(host, id, seen));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.<String>at("$.event_id")).isEqualTo(id);
        eventually(() -> assertThat(ears.ofHost(host)).singleElement().satisfies(heard -> {
            assertThat(heard.json())
                    .containsEntry("event_type", "view.recorded")
                    .containsEntry("event_id", id)
                    .containsEntry("content_id", "c:1")
                    .containsEntry("ad_id", "a.1")
                    .containsEntry("sequence", 7)
                    .containsEntry("timestamp", seen + ".123Z");
            assertThat(heard.attributes())
                    .containsEntry("event_type", "view.recorded")
                    .containsEntry("host_id", host)
                    .containsKey("traceparent");
        }));
    }

    @Test
    void a_view_gets_an_id_and_a_time_where_it_has_none() {
        String id = client.post("/views", view(host, 0)).at("$.event_id");
        eventually(() -> assertThat(ears.ofHost(host)).singleElement().satisfies(heard ->
                assertThat(heard.json()).containsEntry("event_id", id).containsKey("timestamp")));
    }

    @Test
    void an_id_that_another_view_has_is_refused_because_it_would_never_count() {
        var id = UUID.randomUUID();
        var view = view(host, 1).replace("}", ",\"event_id\":\"" + id + "\"}");
        assertThat(client.post("/views", view).status()).isEqualTo(202);
        assertThat(client.post("/views", view).status()).as("sent again").isEqualTo(202);
        for (var other : new String[] {view.replace(host, host + "-b"), view.replace("\"c\"", "\"d\""),
            view.replace("\"sequence\":1", "\"sequence\":2")}) {
            var refused = client.post("/views", other);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.fields()).containsExactly("event_id");
            var batch = client.post("/views/batch", "{\"views\":[" + view(host, 9) + "," + other + "]}");
            assertThat(batch.status()).isEqualTo(409);
            assertThat(batch.fields()).containsExactly("views[1].event_id");
        }
        assertThat(client.post("/views", view(host, 2)).status()).isEqualTo(202);
        eventually(() -> assertThat(sequences(host)).contains(1, 2).doesNotContain(9));
    }

    @Test
    void a_batch_keeps_each_hosts_order() {
        var other = host + "-b";
        var views = IntStream.range(0, 500)
                .mapToObj(i -> view(i % 3 == 0 ? other : host, i))
                .collect(Collectors.joining(",", "{\"views\":[", "]}"));
        var answer = client.post("/views/batch", views);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.<Integer>at("$.accepted")).isEqualTo(500);
        assertThat(answer.<List<String>>at("$.event_ids")).hasSize(500).doesNotHaveDuplicates();
        eventually(() -> assertThat(ears.countOfViews()).isGreaterThanOrEqualTo(500));
        assertThat(sequences(host)).hasSize(333).isSorted();
        assertThat(sequences(other)).hasSize(167).isSorted();
    }

    @Test
    void a_client_that_waits_for_each_answer_finds_its_views_in_order_among_others() {
        var answers = Together.times(20, thread -> IntStream.range(0, 10)
                .mapToObj(i -> client.post("/views", view(host + "-" + thread, i)).status())
                .toList());
        assertThat(answers).allSatisfy(each -> assertThat(each).containsOnly(202));
        for (int thread = 0; thread < 20; thread++) {
            var one = host + "-" + thread;
            eventually(() -> assertThat(sequences(one)).hasSize(10).isSorted());
        }
    }

    private List<Integer> sequences(String of) {
        return ears.ofHost(of).stream().map(heard -> (Integer) heard.json().get("sequence")).toList();
    }

    private static String view(String host, int sequence) {
        return "{\"host_id\":\"%s\",\"content_id\":\"c\",\"ad_id\":\"a\",\"sequence\":%d}".formatted(host, sequence);
    }
}
