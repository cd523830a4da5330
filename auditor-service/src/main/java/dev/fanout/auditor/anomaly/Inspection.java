package dev.fanout.auditor.anomaly;

import dev.fanout.events.AnomalyKind;
import java.util.Map;
import java.util.Optional;

/**
 * One view as it is heard.
 *
 * @param host as it is known afterwards
 * @param wrong how much of what looks wrong about it
 * @param filled a gap that has one number less now
 */
public record Inspection(HostProfile host, Map<AnomalyKind, Long> wrong, Optional<Gap> filled) {}
