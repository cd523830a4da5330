package dev.fanout.scenarios.play.auditors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditorVerdictsTest {
    private static final String FINAL = """
            {"auditor":"auditor-a","verdicts":[{"window":"2026-11-24T14:05:00Z","standing":"final",
            "auditors":["auditor-a","auditor-b","auditor-c"],
            "closed_at":"2026-11-24T14:05:08Z","decided_at":"2026-11-24T14:05:10Z","bytes_exchanged":4086,
            "hosts":[
              {"host_id":"host-1","reconciled":60,"claimed":{"auditor-a":60,"auditor-b":61,"auditor-c":59}},
              {"host_id":"host-2","reconciled":40,"claimed":{"auditor-a":40,"auditor-b":40,"auditor-c":40},
               "majority":40}],
            "disputed_count":1,"disputed":[{"event_id":"strange","host_id":"host-1","holder":"auditor-b"}],
            "missed_count":1,"missed":[{"event_id":"lost","host_id":"host-1","auditor":"auditor-c"}]}]}""";

    private final AuditorVerdicts verdicts = read(FINAL);

    @Test
    void what_counts_is_compared_host_by_host() {
        assertThat(verdicts.sum(WindowRuling::reconciled)).isEqualTo(100);
        assertThat(verdicts.differences(Map.of("host-1", 60L, "host-2", 40L))).isZero();
        assertThat(verdicts.differences(Map.of("host-1", 61L, "host-2", 40L))).isEqualTo(1);
        assertThat(verdicts.differences(Map.of("host-1", 60L))).as("one that nobody has heard of").isEqualTo(1);
        assertThat(verdicts.differences(Map.of("host-1", 60L, "host-2", 40L, "host-3", 1L))).isEqualTo(1);
    }

    @Test
    void clocks_and_bytes_may_differ_and_nothing_else() {
        var later = FINAL.replace("14:05:08Z", "14:05:09Z").replace("14:05:10Z", "14:05:12Z").replace("4086", "5");
        assertThat(verdicts.unlike(read(later))).isZero();
        for (var other : List.of(
                later.replace("final", "provisional"), later.replace("lost", "gone"), later.replace("strange", "odd"),
                later.replace("\"reconciled\":40", "\"reconciled\":41"),
                later.replace("\"disputed_count\"", "\"left_out\":\"auditor-c\",\"disputed_count\"")))
            assertThat(verdicts.unlike(read(other))).as(other).isEqualTo(1);
    }

    @Test
    void only_a_final_one_is_final() {
        assertThat(verdicts.finals()).isEqualTo(1);
        assertThat(read(FINAL.replace("final", "provisional")).finals()).isZero();
    }

    @Test
    void an_accusation_is_just_if_it_names_who_did_it_and_what_is_true() {
        assertThat(verdicts.unjust("auditor-b", "auditor-c", Set.of("lost"))).isZero();
        assertThat(verdicts.unjust("auditor-a", "auditor-c", Set.of("lost"))).as("another invented").isEqualTo(1);
        assertThat(verdicts.unjust("auditor-b", "auditor-a", Set.of("lost"))).as("another lost").isEqualTo(1);
        assertThat(verdicts.unjust("auditor-b", "auditor-c", Set.of())).as("nobody published it").isEqualTo(1);
        assertThat(verdicts.unjust("auditor-b", "auditor-c", Set.of("lost", "strange"))).as("it is true").isEqualTo(1);
    }

    @Test
    void the_time_that_a_verdict_takes_begins_at_a_close() {
        assertThat(verdicts.times(WindowRuling::closedAt)).containsExactly(Duration.ofSeconds(2));
        var last = Instant.parse("2026-11-24T14:05:09Z");
        assertThat(verdicts.times(_ -> last)).containsExactly(Duration.ofSeconds(1));
        assertThat(verdicts.times(_ -> null)).isEmpty();
    }

    @Test
    void minutes_are_tables_for_people() {
        var lines = VoteOutput.of(Map.of("auditor-a", verdicts));
        assertThat(lines).anyMatch(line -> line.matches(" +2026-11-24T14:05:00Z +final +100 +100 +1 +1"));
        assertThat(lines).anyMatch(line -> line.matches(" +auditor-a +2.00 s +2.00 s +2.00 s +2.00 s +4086"));
    }

    private static AuditorVerdicts read(String json) {
        return new AuditorVerdicts(WindowRuling.read(json));
    }
}
