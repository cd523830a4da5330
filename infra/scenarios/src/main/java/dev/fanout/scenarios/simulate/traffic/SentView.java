package dev.fanout.scenarios.simulate.traffic;

import dev.fanout.events.AnomalyKind;
import dev.fanout.events.ViewRecorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One view, sent once. Whoever sends it under the name of a run makes an event of it.
 *
 * @param view which view of the run it is, from 1; the repetition of a view has the same number
 * @param host without the run's name
 * @param sequence the host's own count
 * @param claims how many seconds it claims to be away from the time when it is sent; below zero is older
 * @param fault what is wrong with it; at most one thing, so that each can be counted by itself
 */
public record SentView(
        int view, String host, String contentId, String adId, long sequence, long claims, @Nullable AnomalyKind fault) {

    SentView because(@Nullable AnomalyKind other) {
        return new SentView(view, host, contentId, adId, sequence, claims, other);
    }

    SentView numbered(long other) {
        return new SentView(view, host, contentId, adId, other, claims, fault);
    }

    SentView claiming(long seconds) {
        return new SentView(view, host, contentId, adId, sequence, seconds, fault);
    }

    SentView showing(String content) {
        return new SentView(view, host, content, adId, sequence, claims, fault);
    }

    public boolean is(AnomalyKind kind) {
        return fault == kind;
    }

    ViewRecorded event(RunId run, Instant now) {
        var id = UUID.nameUUIDFromBytes("%s/%d/%d".formatted(run.name(), run.seed(), view)
                .getBytes(StandardCharsets.UTF_8));
        var claimed = now.plusSeconds(claims).truncatedTo(ChronoUnit.MILLIS);
        return new ViewRecorded(id, run.host(host), contentId, adId, claimed, sequence);
    }
}
