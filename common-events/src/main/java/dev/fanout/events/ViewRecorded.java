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
        Required.present(eventId, "event_id");
        Required.text(hostId, "host_id");
        Required.text(contentId, "content_id");
        Required.text(adId, "ad_id");
        Required.present(timestamp, "timestamp");
    }
}
