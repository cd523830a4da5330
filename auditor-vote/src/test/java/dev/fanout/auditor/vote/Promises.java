package dev.fanout.auditor.vote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.auditor.vote.merkle.ClaimEntry;
import dev.fanout.auditor.vote.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What has to hold in every history. It knows who holds what, and counts it the plain way. */
final class Promises {
    private final History history;
    private final List<Station> honest;

    Promises(History history, List<Station> honest) {
        this.history = history;
        this.honest = honest;
    }

    void neverDifferent() {
        for (var window = 0L; window < history.windows(); window++) {
            var finals = new HashSet<Verdict>();
            for (var station : honest) if (station.finals.containsKey(window)) finals.add(station.finals.get(window));
            assertThat(finals).as("final verdicts of honest auditors on window " + window).hasSizeLessThan(2);
        }
    }

    boolean allDecided() {
        return honest.stream().allMatch(station -> station.finals.size() == history.windows());
    }

    void kept() {
        neverDifferent();
        if (history.fault().letsEveryWindowBeDecided())
            assertThat(allDecided()).as("after healing, every window is decided: " + decided()).isTrue();
        for (var station : honest) {
            station.finals.values().forEach(this::isTrue);
            station.finals.values().forEach(verdict -> knowsWhatItMissed(station, verdict));
            station.caught.values().forEach(caught -> assertThat(caught).isSubsetOf(name(history.faulty())));
        }
    }

    /** Whatever the third one says: all that both honest ones hold counts, and nothing that neither of them holds. */
    private void isTrue(Verdict verdict) {
        var window = verdict.window();
        assertThat(plainCounts(window)).as("the counts of window " + window).contains(reconciled(verdict));
        for (var held : history.events()) {
            var entry = held.event().entry();
            var holders = honest.stream().filter(station -> station.holds(window).contains(entry)).count();
            if (holders == honest.size()) assertThat(verdict.disputed()).noneMatch(it -> it.event().equals(entry));
            if (holders == 0) assertThat(verdict.missed()).noneMatch(it -> it.event().equals(entry));
        }
        if (verdict.leftOut().isPresent()) assertThat(verdict.leftOut()).contains(name(history.faulty()));
    }

    private void knowsWhatItMissed(Station station, Verdict verdict) {
        var missed = verdict.missed().stream()
                .filter(it -> it.auditor().equals(station.name))
                .map(Verdict.Missed::event)
                .toList();
        assertThat(station.learned.getOrDefault(verdict.window(), new TreeSet<>()))
                .as("learned by " + station.name)
                .containsAll(missed);
    }

    /** With what the third auditor may have claimed, or its second self, or without it. */
    private List<Map<String, Long>> plainCounts(long window) {
        if (honest.size() == 3) return List.of(plainCounts(window, Set.of()));
        var counts = new ArrayList<>(List.of(plainCounts(window, Set.of())));
        for (var station : List.of(history.faulty(), History.TWIN))
            for (var late : List.of(false, true)) counts.add(plainCounts(window, claimable(station, window, late)));
        return counts;
    }

    private Set<ClaimEntry> claimable(int station, long window, boolean late) {
        return history.events().stream()
                .filter(held -> held.window() == window && held.by(station) && (late || !held.late()))
                .map(held -> held.event().entry())
                .collect(Collectors.toSet());
    }

    private Map<String, Long> plainCounts(long window, Set<ClaimEntry> third) {
        var holders = new HashMap<ClaimEntry, Integer>();
        honest.forEach(station -> station.holds(window).forEach(entry -> holders.merge(entry, 1, Integer::sum)));
        third.forEach(entry -> holders.merge(entry, 1, Integer::sum));
        var counts = new TreeMap<String, Long>();
        holders.forEach((entry, holding) -> {
            if (holding >= 2) counts.merge(entry.hostId(), 1L, Long::sum);
        });
        return counts;
    }

    private static Map<String, Long> reconciled(Verdict verdict) {
        var counts = new TreeMap<String, Long>();
        verdict.hosts().forEach((host, count) -> {
            if (count.reconciled() > 0) counts.put(host, count.reconciled());
        });
        return counts;
    }

    private String decided() {
        var text = new StringBuilder();
        honest.forEach(station -> text.append(station.name).append(' ').append(station.finals.keySet()).append(' '));
        return text.toString();
    }

    private static String name(int station) {
        return List.of("a", "b", "c").get(station);
    }
}
