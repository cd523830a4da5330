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
 * @param dominantShare Share of all views, 0 to 1. A host with a larger share is reported as dominant.
 * @param minimumViews Number of views, 0 or more. A host with fewer is not reported as dominant, whatever its share.
 * @param late A view that is sent longer than this after the time that it claims is reported as late; 0 or more.
 * @param future A view that claims a time further than this ahead of the time at which it was sent is reported as
 *     future; 0 or more.
 * @param lateness How long a window stays open after its end, for views that are still on their way; 0 or more. It
 *     must be the same at all auditors that vote.
 * @param window Length of the windows in which views are counted: whole seconds, 1 s or more. It must be the same at
 *     all auditors that vote.
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

    /**
     * The contents and ads that exist.
     *
     * @param contents Ids of the contents that exist. A view of another one is reported. Empty: all are known. Without
     *     a value: {@code film-1} to {@code film-20}.
     * @param ads Ids of the ads that exist. A view of another one is reported. Empty: all are known. Without a value:
     *     {@code ad-1} to {@code ad-5}.
     */
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
