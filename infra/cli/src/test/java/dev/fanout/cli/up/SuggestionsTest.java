package dev.fanout.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    @Test
    void only_what_runs_is_suggested() {
        assertThat(Suggestions.of(List.of("publisher", "email")))
                .anyMatch(line -> line.contains("localhost:8080/orders"))
                .anyMatch(line -> line.contains("localhost:8081/emails"))
                .noneMatch(line -> line.contains("localhost:8082"))
                .noneMatch(line -> line.contains("demo"));
    }

    @Test
    void the_demo_is_suggested_where_everything_runs() {
        var all = Fanout.TOPOLOGY.services().stream().map(Service::name).toList();
        assertThat(Suggestions.of(all)).last().isEqualTo("  ./fanout demo");
    }
}
