package dev.fanout.auditor.vote.verdict;

import dev.fanout.auditor.vote.merkle.ClaimEntry;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Who holds what, of the auditors that are compared. It is a fact about their claims, and the same whoever compares.
 *
 * @param agreed how many events all of them hold, by host
 * @param contested the others, with their holders
 */
public record ClaimComparison(SortedMap<String, Long> agreed, SortedMap<ClaimEntry, SortedSet<String>> contested) {}
