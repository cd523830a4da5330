package dev.fanout.auditor.anomaly;

import dev.fanout.auditor.window.Window;
import dev.fanout.events.ViewRecorded;
import dev.fanout.topology.Dominance;
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
 * @param window how long the windows are in which views are counted, at least a second
 */
@ConfigurationProperties("fanout.auditor")
public record AuditorSettings(
        @DefaultValue("" + Dominance.USUAL_SHARE) double dominantShare,
        @DefaultValue("" + Dominance.USUAL_MINIMUM_VIEWS) long minimumViews,
        @DefaultValue("5m") Duration late,
        @DefaultValue("1m") Duration future,
        @DefaultValue("30s") Duration lateness,
        @DefaultValue("1m") Duration window,
        @DefaultValue Catalogue catalogue) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_TOGETHER = 60;

    /** @throws IllegalArgumentException if a window is not of whole seconds */
    public AuditorSettings {
        if (window.toSeconds() < 1 || window.getNano() != 0)
            throw new IllegalArgumentException("fanout.auditor.window must be of whole seconds, not " + window);
    }

    /** The contents and ads that exist; where none is named, all are taken for known. */
    public record Catalogue(@DefaultValue Set<String> contents, @DefaultValue Set<String> ads) {}

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

    public boolean dominates(long views, long ofAll) {
        return new Dominance(dominantShare, minimumViews).reachedBy(views, ofAll);
    }

    /** The start of the window that a time is in. */
    public Instant windowOf(Instant time) {
        return Window.at(time, window).start();
    }

    /** Whether somebody may ask for windows of that length. */
    public boolean isMultiple(Duration length) {
        return length.isPositive()
                && length.compareTo(longestWindow()) <= 0
                && window.multipliedBy(length.dividedBy(window)).equals(length);
    }

    /** About an hour. Each of the windows in it is a query of its own, so they are not too many. */
    public Duration longestWindow() {
        return window.multipliedBy(Math.clamp(HOUR.dividedBy(window), 1, MOST_TOGETHER));
    }
}
