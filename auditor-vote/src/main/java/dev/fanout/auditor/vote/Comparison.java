package dev.fanout.auditor.vote;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Who holds what, of the auditors that are compared. It is a fact about their claims, and the same whoever compares.
 *
 * @param agreed how many events all of them hold, by host
 * @param contested the others, with their holders
 */
record Comparison(SortedMap<String, Long> agreed, SortedMap<Entry, SortedSet<String>> contested) {}
