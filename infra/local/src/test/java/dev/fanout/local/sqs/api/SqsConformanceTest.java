package dev.fanout.local.sqs.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.local.ConformanceTable;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SqsConformanceTest {
    @Test
    void the_table_names_exactly_the_actions_that_are_served() throws IOException {
        assertThat(ConformanceTable.read().apisOf("SQS")).containsExactlyInAnyOrderElementsOf(Parameters.actions());
    }
}
