package dev.fanout.messaging.core;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The verdicts on one list of deliveries, as they are found. */
final class Fates {
    private final @Nullable Verdict[] verdicts;
    private final Map<String, Duration> heldGroups = new HashMap<>();

    Fates(int deliveries) {
        verdicts = new Verdict[deliveries];
    }

    void decide(int index, Verdict verdict) {
        verdicts[index] = verdict;
    }

    /** Not now, through nobody's fault: a group comes back as one, with the delay of its head. */
    void postponeIfOpen(int index, Delivery delivery, Duration delay) {
        if (verdicts[index] != null) return;
        var shared = delivery.group().map(group -> heldGroups.computeIfAbsent(group, _ -> delay)).orElse(delay);
        verdicts[index] = new Verdict.Retry(shared);
    }

    /** A failing event holds back what comes after it in its group, and nobody else. */
    void decide(Work work, Verdict verdict) {
        decide(work.index(), verdict);
        if (verdict instanceof Verdict.Retry retry)
            work.delivery().group().ifPresent(group -> heldGroups.putIfAbsent(group, retry.after()));
    }

    /**
     * Those still without a verdict, but for followers of a failed head: they get its delay (a shorter one would let
     * them overtake it, a longer one would hold the group up) and no attempt is charged to them.
     */
    List<Work> open(List<Work> works) {
        works.forEach(this::holdBack);
        return works.stream().filter(work -> verdicts[work.index()] == null).toList();
    }

    private void holdBack(Work work) {
        if (verdicts[work.index()] != null) return;
        work.delivery()
                .group()
                .map(heldGroups::get)
                .ifPresent(delay -> decide(work.index(), new Verdict.Retry(delay)));
    }

    List<Verdict> all() {
        return Arrays.stream(verdicts)
                .map(verdict -> Objects.requireNonNull(verdict, "a delivery was left without a verdict"))
                .toList();
    }
}
