package dev.fanout.testing;

import static dev.fanout.testing.Capability.EXACT_COUNTS;
import static dev.fanout.testing.Capability.OUTAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AwsChoiceTest {
    private final URI there = URI.create("http://there:1");

    @Test
    void told_nothing_tests_run_on_the_embedded_stack() {
        assertThat(choice()).isEqualTo(new AwsChoice("embedded", Optional.empty(), EnumSet.noneOf(Capability.class)));
    }

    @Test
    void an_endpoint_has_all_but_the_outage_and_what_it_is_said_to_lack() {
        assertThat(choice("fanout.aws.endpoint", "http://there:1").ofEndpoint()).containsExactly(EXACT_COUNTS);
        assertThat(choice("fanout.aws.endpoint", "http://there:1", "fanout.aws.lacks", "EXACT_COUNTS").ofEndpoint())
                .isEmpty();
    }

    @Test
    void a_choice_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> choice("fanout.aws", "azure")).hasMessageContaining("not embedded or localstack");
        assertThatThrownBy(() -> choice("fanout.aws", "localstack", "fanout.aws.endpoint", "http://there:1"))
                .hasMessageContaining("leave one out");
    }

    @Test
    void a_test_is_skipped_where_its_needs_are_not_met_and_told_why() {
        var aws = new Aws.Found("the other", there, EnumSet.of(EXACT_COUNTS), Optional.empty());
        assertThat(NeedsCondition.lack(aws, List.of())).isEmpty();
        assertThat(NeedsCondition.lack(aws, List.of(EXACT_COUNTS))).isEmpty();
        assertThat(NeedsCondition.lack(aws, List.of(EXACT_COUNTS, OUTAGE))).contains("the other lacks OUTAGE");
        assertThat(NeedsCondition.lack(new Aws.Missing("there is none"), List.of())).contains("there is none");
    }

    private static AwsChoice choice(String... properties) {
        var all = new Properties();
        for (int i = 0; i < properties.length; i += 2) all.setProperty(properties[i], properties[i + 1]);
        return AwsChoice.of(all);
    }
}
