package dev.fanout.auditor;

import java.util.Map;

/** What a ledger holds. */
record Summary(
        String auditor, long views, Map<String, Long> byHost, Map<String, Long> byContent, Map<String, Long> byAd) {}
