package dev.fanout.scenarios.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.ViewRecorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AudienceTest {
    private final ArrayList<ViewRecorded> sent = new ArrayList<>();

    @Test
    void its_parts_are_all_that_was_asked_for_dealt_out_to_the_hosts() throws InterruptedException {
        var audience = new Audience(98, Duration.ZERO);
        audience.showPart(sent::addAll);
        assertThat(sent).hasSize(33);
        audience.showPart(sent::addAll);
        audience.showPart(sent::addAll);
        assertThat(sent).hasSize(98);
        assertThat(audience.byHost()).isEqualTo(Map.of("host-1", 25L, "host-2", 25L, "host-3", 24L, "host-4", 24L));
        assertThat(audience.ids()).hasSize(98);
    }

    @Test
    void a_window_is_known_by_its_start() throws InterruptedException {
        var audience = new Audience(3, Duration.ZERO);
        audience.showPart(sent::addAll);
        var claimed = sent.getFirst().timestamp();
        assertThat(audience.windows(Duration.ofHours(1))).singleElement().satisfies(start -> {
            assertThat(Duration.between(start, claimed)).isBetween(Duration.ZERO, Duration.ofHours(1));
            assertThat(start.getEpochSecond() % 3_600).isZero();
        });
    }
}
