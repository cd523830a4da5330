package dev.fanout.auditor;

import dev.fanout.events.ViewRecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an auditor takes for wrong.
 *
 * @param dominantShare of all views: a host with more of them dominates
 * @param minimumViews a host with fewer does not dominate, whatever its share
 * @param late how long after the time that it claims a view may be sent
 * @param future how far the time that a view claims may be ahead of the queue's
 * @param lateness how long after its end a window stays open
 * @param window how long windows are, at least a second
 */
@ConfigurationProperties("fanout.auditor")
record AuditorSettings(
        @DefaultValue("0.4") double dominantShare,
        @DefaultValue("100") long minimumViews,
        @DefaultValue("5m") Duration late,
        @DefaultValue("1m") Duration future,
        @DefaultValue("1m") Duration lateness,
        @DefaultValue("5m") Duration window,
        @DefaultValue Catalogue catalogue) {

    /** The contents and ads that exist; where none is named, all are taken for known. */
    record Catalogue(@DefaultValue Set<String> contents, @DefaultValue Set<String> ads) {}

    boolean isLate(ViewRecorded view, Instant sentAt) {
        return Duration.between(view.timestamp(), sentAt).compareTo(late) > 0;
    }

    boolean isFuture(ViewRecorded view, Instant sentAt) {
        return Duration.between(sentAt, view.timestamp()).compareTo(future) > 0;
    }

    boolean knowsContent(ViewRecorded view) {
        return catalogue.contents().isEmpty() || catalogue.contents().contains(view.contentId());
    }

    boolean knowsAd(ViewRecorded view) {
        return catalogue.ads().isEmpty() || catalogue.ads().contains(view.adId());
    }

    boolean dominates(long views, long ofAll) {
        return views >= minimumViews && views > dominantShare * ofAll;
    }

    /** The start of the window that a time is in. In seconds: even of the year 292 million there are not too many. */
    Instant windowOf(Instant time) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), window.toSeconds()) * window.toSeconds());
    }
}
