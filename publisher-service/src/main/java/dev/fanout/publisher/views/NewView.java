package dev.fanout.publisher.views;

import dev.fanout.events.FieldRules;
import dev.fanout.events.ViewRecorded;
import dev.fanout.topology.Retention;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client says of a view. */
record NewView(
        @Schema(example = "host-7") @NotNull @Pattern(regexp = FieldRules.ID, message = FieldRules.ID_RULE)
        @Nullable String hostId,
        @Schema(example = "content-3") @NotNull @Pattern(regexp = FieldRules.ID, message = FieldRules.ID_RULE)
        @Nullable String contentId,
        @Schema(example = "ad-1") @NotNull @Pattern(regexp = FieldRules.ID, message = FieldRules.ID_RULE)
        @Nullable String adId,
        @Schema(description = "Makes a repetition safe: the same view counts once") @Nullable UUID eventId,
        @Schema(description = "When it was seen; now, if left out") @Nullable Instant timestamp,
        @Schema(description = "The host's own count", example = "1") @PositiveOrZero
        @Nullable Long sequence) {

    /** Older than this, a repetition could not be told from a new view: the markers that tell expire. */
    boolean isTooOld(Instant now) {
        return timestamp != null && timestamp.isBefore(now.minus(Retention.ACCEPTED));
    }

    /** Whether it can be the same view, sent again. A time that a client did not tell was ours. */
    boolean mayBe(NewView other) {
        return Objects.equals(hostId, other.hostId)
                && Objects.equals(contentId, other.contentId)
                && Objects.equals(adId, other.adId)
                && Objects.equals(sequence, other.sequence)
                && (timestamp == null || other.timestamp == null || timestamp.equals(other.timestamp));
    }

    /** The event that it makes; only a valid one makes any. */
    ViewRecorded recorded(Instant now) {
        return new ViewRecorded(
                Objects.requireNonNullElseGet(eventId, UUID::randomUUID),
                Objects.requireNonNull(hostId),
                Objects.requireNonNull(contentId),
                Objects.requireNonNull(adId),
                Objects.requireNonNullElse(timestamp, now).truncatedTo(ChronoUnit.MILLIS),
                sequence);
    }
}
