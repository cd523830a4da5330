package dev.fanout.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A host showed an ad with a content, once.
 *
 * @param sequence the host's own count of its views, where it keeps one
 */
public record ViewRecorded(
        UUID eventId, String hostId, String contentId, String adId, Instant timestamp, @Nullable Long sequence)
        implements Event {

    public ViewRecorded {
        RequiredFields.eventId(eventId);
        RequiredFields.id(hostId, "host_id");
        RequiredFields.id(contentId, "content_id");
        RequiredFields.id(adId, "ad_id");
        RequiredFields.time(timestamp);
        RequiredFields.that(sequence == null || sequence >= 0, "sequence", "must be greater than or equal to 0");
    }
}
