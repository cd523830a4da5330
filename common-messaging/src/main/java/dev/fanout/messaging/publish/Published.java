package dev.fanout.messaging.publish;

import java.util.Set;

/**
 * What became of a publish. What was not taken may still have arrived: a lost answer looks the same.
 *
 * @param taken deduplication ids of what SNS confirmed
 * @param unavailable SNS did not answer, so it is no use to go on now
 */
public record Published(Set<String> taken, boolean unavailable) {}
