package dev.fanout.scenarios.play.auditors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.ViewRecorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewGeneratorTest {
    private final ArrayList<ViewRecorded> sent = new ArrayList<>();

    @Test
    void its_parts_are_all_that_was_asked_for_dealt_out_to_the_hosts() throws InterruptedException {
        var views = new ViewGenerator(98, Duration.ZERO);
        views.showPart(sent::addAll);
        assertThat(sent).hasSize(33);
        views.showPart(sent::addAll);
        views.showPart(sent::addAll);
        assertThat(sent).hasSize(98);
        assertThat(views.byHost()).isEqualTo(Map.of("host-1", 25L, "host-2", 25L, "host-3", 24L, "host-4", 24L));
        assertThat(views.ids()).hasSize(98);
    }

    @Test
    void a_window_is_known_by_its_start() throws InterruptedException {
        var views = new ViewGenerator(3, Duration.ZERO);
        views.showPart(sent::addAll);
        var claimed = sent.getFirst().timestamp();
        assertThat(views.windows(Duration.ofHours(1))).singleElement().satisfies(start -> {
            assertThat(Duration.between(start, claimed)).isBetween(Duration.ZERO, Duration.ofHours(1));
            assertThat(start.getEpochSecond() % 3_600).isZero();
        });
    }
}
