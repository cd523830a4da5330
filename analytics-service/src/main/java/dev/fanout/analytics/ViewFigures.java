package dev.fanout.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fanout.messaging.listing.Others;
import java.time.Instant;
import java.util.Map;

/**
 * @param byHost the hosts with the most views, the most first; so the contents and ads
 * @param perMinute by the start of the minute, of the views' own time
 * @param others what {@code byHost}, {@code byContent} and {@code byAd} leave out, where they do
 * @param asOf what was counted by then is in it
 */
record ViewFigures(
        long total,
        Map<String, Long> byHost,
        Map<String, Long> byContent,
        Map<String, Long> byAd,
        Map<String, Long> perMinute,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Others> others,
        Instant asOf) {}
