package dev.fanout.local.sns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.local.ConformanceTable;
import dev.fanout.local.sns.registry.SnsStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SnsConformanceTest {
    private static final InstantSource CLOCK = InstantSource.system();

    private final SnsHandler sns = new SnsHandler(
            SnsStore.open(null, CLOCK), (_, _) -> CompletableFuture.completedStage(true), CLOCK);

    @Test
    void the_table_names_exactly_the_actions_that_are_served() throws IOException {
        assertThat(ConformanceTable.read().apisOf("SNS")).containsExactlyInAnyOrderElementsOf(sns.actions());
    }
}
