package dev.fanout.auditor.peers.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanout.auditor.vote.verdict.Verdict;
import dev.fanout.messaging.Saturated;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found about the views of one host, in one window or in several.
 *
 * @param reconciled views that two auditors hold: these count
 * @param claimed what each auditor counted
 * @param majority the count that two claim, if two claim the same
 * @param majorityIsWrong whether going by counts alone would have been wrong
 * @param seenByAll views that all hold who were compared
 * @param seenByAtLeastOne of all views that anybody holds
 * @param dissent who is wrong about what; nobody, where all agree
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HostVerdict(
        String hostId,
        long reconciled,
        SortedMap<String, Long> claimed,
        @Nullable Long majority,
        boolean majorityIsWrong,
        long seenByAll,
        long seenByAtLeastOne,
        List<Dissent> dissent) {

    /** Those about whom the auditors do not agree, and then those with the most views that count. */
    static final Comparator<HostVerdict> WORTH_KNOWING = Comparator
            .comparing((HostVerdict host) -> host.dissent.isEmpty())
            .thenComparing(Comparator.comparingLong(HostVerdict::reconciled).reversed())
            .thenComparing(HostVerdict::hostId);

    static HostVerdict of(
            String hostId, long reconciled, SortedMap<String, Long> claimed, long all, long one,
            List<Dissent> dissent) {
        var majority = majority(claimed);
        return new HostVerdict(
                hostId, reconciled, claimed, majority, majority != null && majority != reconciled, all, one,
                dissent.stream().filter(Dissent::isAny).toList());
    }

    /** Of both windows, or sets of them. */
    HostVerdict and(HostVerdict other) {
        var both = new TreeMap<>(claimed);
        other.claimed.forEach((auditor, count) -> both.merge(auditor, count, Saturated::sum));
        return of(
                hostId, Saturated.sum(reconciled, other.reconciled), both,
                Saturated.sum(seenByAll, other.seenByAll),
                Saturated.sum(seenByAtLeastOne, other.seenByAtLeastOne), together(dissent, other.dissent));
    }

    private static List<Dissent> together(List<Dissent> some, List<Dissent> more) {
        var names = new TreeSet<String>();
        Stream.of(some, more).flatMap(List::stream).forEach(dissent -> names.add(dissent.auditor()));
        return names.stream()
                .map(name -> Stream.of(some, more)
                        .flatMap(List::stream)
                        .filter(dissent -> dissent.auditor().equals(name))
                        .reduce(Dissent.none(name), Dissent::and))
                .toList();
    }

    private static @Nullable Long majority(SortedMap<String, Long> claimed) {
        return claimed.values().stream()
                .filter(count -> Collections.frequency(claimed.values(), count) >= Verdict.ENOUGH)
                .findFirst()
                .orElse(null);
    }
}
