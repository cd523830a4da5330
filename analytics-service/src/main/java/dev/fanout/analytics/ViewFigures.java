package dev.fanout.analytics;

import java.util.Map;

/** @param perMinute by the start of the minute, of the views' own time */
record ViewFigures(
        long total,
        Map<String, Long> byHost,
        Map<String, Long> byContent,
        Map<String, Long> byAd,
        Map<String, Long> perMinute) {}
