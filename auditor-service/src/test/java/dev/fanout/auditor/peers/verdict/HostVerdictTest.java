package dev.fanout.auditor.peers.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.auditor.peers.api.AgreementController;
import dev.fanout.messaging.listing.Others;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HostVerdictTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void a_majority_of_counts_that_is_wrong_is_called_so() {
        // each misses another one of three
        var host = host(3, 2, 2, 2);
        assertThat(host.majority()).isEqualTo(2);
        assertThat(host.majorityIsWrong()).isTrue();
        assertThat(host(3, 3, 3, 2).majorityIsWrong()).isFalse();
        assertThat(host(3, 3, 2, 1).majority()).isNull();
    }

    @Test
    void who_agrees_is_no_dissenter() {
        assertThat(host(3, 3, 3, 2, Dissent.none("a"), new Dissent("c", 1, 0, 0, 0)).dissent())
                .containsExactly(new Dissent("c", 1, 0, 0, 0));
    }

    @Test
    void windows_add_up_host_by_host_and_dissenter_by_dissenter() {
        var first = host(3, 3, 3, 2, new Dissent("c", 1, 0, 0, 0));
        var second = host(5, 5, 6, 4, new Dissent("b", 0, 1, 0, 0), new Dissent("c", 1, 0, 0, 0));
        var verdicts = List.of(verdict(NOON, first), verdict(NOON.plusSeconds(60), second));
        var agreement = AgreementSummary.of("a", verdicts, Duration.ofMinutes(1), 100, new TreeSet<>());
        assertThat(agreement.from()).isEqualTo(NOON);
        assertThat(agreement.until()).isEqualTo(NOON.plusSeconds(120));
        assertThat(agreement.windows()).containsEntry("final", 2L).containsEntry("absent", 0L);
        assertThat(agreement.hosts()).singleElement().satisfies(host -> {
            assertThat(host.reconciled()).isEqualTo(8);
            assertThat(host.claimed()).isEqualTo(Map.of("a", 8L, "b", 9L, "c", 6L));
            assertThat(host.dissent())
                    .containsExactly(new Dissent("b", 0, 1, 0, 0), new Dissent("c", 2, 0, 0, 0));
        });
    }

    @Test
    void a_table_names_the_dissenters_and_what_they_are_wrong_about() {
        var text = AgreementController.table(List.of(
                host(3, 3, 3, 3), host(5, 7, 5, 3, new Dissent("a", 0, 1, 1, 0), new Dissent("c", 2, 0, 0, 0))));
        assertThat(text.lines().map(line -> line.replaceAll(" +", " "))).containsExactly(
                "HOST COUNTS a b c MAJORITY AGREEMENT",
                "host 3 3 3 3 3 AGREE",
                "host 5 7 5 3 none a has 1 that nobody else has, counts 1 twice; c missed 2");
    }

    @Test
    void of_thousands_of_hosts_the_dissenters_and_the_largest_are_listed_and_the_sums_are_of_all() {
        var hosts = new ArrayList<HostVerdict>();
        for (int i = 1; i <= 3_000; i++) hosts.add(named("host-" + i, i));
        hosts.add(named("tiny", 1, new Dissent("c", 1, 0, 0, 0)));
        var sum = 3_000L * 3_001 / 2 + 1;
        var first = verdict(NOON, hosts).first(2);
        assertThat(first.hosts()).extracting(HostVerdict::hostId).containsExactly("tiny", "host-3000");
        assertThat(first.others()).isEqualTo(Map.of("hosts", new Others(2_999, sum - 3_001)));
        var both = List.of(first, verdict(NOON.plusSeconds(60), hosts).first(2));
        var agreement = AgreementSummary.of("a", both, Duration.ofMinutes(1), 1, new TreeSet<>());
        assertThat(agreement.reconciled()).isEqualTo(2 * sum);
        assertThat(agreement.hosts()).extracting(HostVerdict::hostId).containsExactly("host-3000");
        assertThat(agreement.others()).isEqualTo(Map.of("hosts", new Others(3_000, 2 * sum - 6_000)));
    }

    @Test
    void claims_of_the_largest_number_add_up_to_it() {
        var much = host(3, Long.MAX_VALUE, Long.MAX_VALUE, 3, new Dissent("a", 0, 0, Long.MAX_VALUE, 0));
        assertThat(much.and(much).claimed()).isEqualTo(Map.of("a", Long.MAX_VALUE, "b", Long.MAX_VALUE, "c", 6L));
        assertThat(much.and(much).dissent()).containsExactly(new Dissent("a", 0, 0, Long.MAX_VALUE, 0));
    }

    private static HostVerdict named(String hostId, long views, Dissent... dissent) {
        var claimed = new TreeMap<>(Map.of("a", views, "b", views, "c", views));
        return HostVerdict.of(hostId, views, claimed, views, views, List.of(dissent));
    }

    private static HostVerdict host(long reconciled, long a, long b, long c, Dissent... dissent) {
        var claimed = new TreeMap<>(Map.of("a", a, "b", b, "c", c));
        return HostVerdict.of("host", reconciled, claimed, reconciled, reconciled, List.of(dissent));
    }

    private static WindowVerdict verdict(Instant window, HostVerdict host) {
        return verdict(window, List.of(host));
    }

    private static WindowVerdict verdict(Instant window, List<HostVerdict> hosts) {
        return new WindowVerdict(
                window, "final", List.of("a", "b", "c"), null, window, window, 0, hosts, Map.of(),
                AllHostsVerdict.of(hosts), 0, List.of(), 0, List.of());
    }
}
