package dev.fanout.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopologyTest {
    @Test
    void every_topic_that_is_heard_is_published_by_somebody() {
        var published = Fanout.TOPOLOGY.services().stream().flatMap(s -> s.publishes().stream()).toList();
        assertThat(Fanout.TOPOLOGY.subscriptions())
                .filteredOn(heard -> !heard.topic().equals(Fanout.VIEW_EVENTS_CHAOS))
                .allMatch(heard -> published.contains(heard.topic()));
    }

    @Test
    void queues_ports_and_tables_are_nobody_elses() {
        var topology = Fanout.TOPOLOGY;
        assertThat(topology.subscriptions().stream().map(Subscription::queue)).doesNotHaveDuplicates();
        assertThat(topology.services().stream().map(Service::port)).doesNotHaveDuplicates();
        assertThat(topology.services().stream().flatMap(s -> s.tables().stream())).doesNotHaveDuplicates();
    }

    @Test
    void every_table_is_kept_by_somebody() {
        var tables = Arrays.stream(Fanout.class.getFields()).filter(field -> field.getType() == Table.class);
        assertThat(tables.map(TopologyTest::table).map(Table::name))
                .as("what keeps(…) does not name is not created, and its events are tried again for ever")
                .isSubsetOf(Fanout.TOPOLOGY.tables().stream().map(Table::name).toList());
    }

    @Test
    void an_ordered_queue_is_named_as_aws_wants_it() {
        var ordered = new Subscription("auditor-a", Fanout.VIEW_EVENTS, true, Map.of(), 5);
        assertThat(ordered.queue()).isEqualTo("auditor-a-view-events.fifo");
        assertThat(ordered.deadLetterQueue()).isEqualTo("auditor-a-view-events-dlq.fifo");
    }

    @Test
    void what_aws_would_not_keep_is_refused() {
        assertThatThrownBy(() -> new Subscription("a", Fanout.ORDER_EVENTS, true, Map.of(), 5))
                .hasMessageContaining("keeps no order");
        assertThatThrownBy(() -> new Subscription("a", Fanout.VIEW_EVENTS, true, Map.of("host_id", List.of("h")), 5))
                .hasMessageContaining("must not filter");
    }

    @Test
    void a_marker_outlives_everything_that_could_bring_its_event_back() {
        assertThat(Retention.ACCEPTED.plus(Retention.QUEUE).plus(Retention.DEAD_LETTER)).isLessThan(Retention.MARKER);
    }

    private static Table table(Field constant) {
        try {
            return (Table) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_picture_in_the_docs_is_the_topology() throws IOException {
        var page = Path.of("../docs/topology.md");
        var drawn = "```mermaid\n" + MermaidDiagram.of(Fanout.TOPOLOGY) + "```";
        if (Boolean.getBoolean("fanout.render"))
            Files.writeString(page, Files.readString(page).replaceFirst("(?s)```mermaid.*?```", drawn));
        assertThat(page)
                .content()
                .as("stale; render it again: ./mvnw -pl common-events test -Dfanout.render=true")
                .contains(drawn);
    }

    @Test
    void there_are_twenty_films_and_five_ads_to_be_seen() {
        assertThat(Fanout.CATALOGUE.contents()).hasSize(20).startsWith("film-1").endsWith("film-20");
        assertThat(Fanout.CATALOGUE.ads()).containsExactly("ad-1", "ad-2", "ad-3", "ad-4", "ad-5");
    }
}
