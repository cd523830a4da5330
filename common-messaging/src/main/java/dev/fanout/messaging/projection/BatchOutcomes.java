package dev.fanout.messaging.projection;

import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The dispositions on one list of deliveries, as they are found. */
final class BatchOutcomes {
    private final @Nullable Disposition[] dispositions;
    private final Map<String, Duration> heldGroups = new HashMap<>();

    BatchOutcomes(int deliveries) {
        dispositions = new Disposition[deliveries];
    }

    void decide(int index, Disposition disposition) {
        dispositions[index] = disposition;
    }

    /** Not now, through nobody's fault: a group comes back as one, with the delay of its head. */
    void postponeIfOpen(int index, Delivery delivery, Duration delay) {
        if (dispositions[index] != null) return;
        var shared = delivery.group().map(group -> heldGroups.computeIfAbsent(group, _ -> delay)).orElse(delay);
        dispositions[index] = new Disposition.Retry(shared);
    }

    /** A failing event holds back what comes after it in its group, and nobody else. */
    void decide(PendingEvent pending, Disposition disposition) {
        decide(pending.index(), disposition);
        if (disposition instanceof Disposition.Retry retry)
            pending.delivery().group().ifPresent(group -> heldGroups.putIfAbsent(group, retry.after()));
    }

    /**
     * Those still without a disposition, but for followers of a failed head: they get its delay (a shorter one would
     * let them overtake it, a longer one would hold the group up) and no attempt is charged to them.
     */
    List<PendingEvent> open(List<PendingEvent> works) {
        works.forEach(this::holdBack);
        return works.stream().filter(pending -> dispositions[pending.index()] == null).toList();
    }

    private void holdBack(PendingEvent pending) {
        if (dispositions[pending.index()] != null) return;
        pending.delivery()
                .group()
                .map(heldGroups::get)
                .ifPresent(delay -> decide(pending.index(), new Disposition.Retry(delay)));
    }

    List<Disposition> all() {
        return Arrays.stream(dispositions)
                .map(disposition -> Objects.requireNonNull(disposition, "a delivery was left without a disposition"))
                .toList();
    }
}
