package dev.fanout.messaging.listing;

import java.time.Instant;

/** @param asOf when the reading began: what was done by then is in it */
public record Taken<T>(T value, Instant asOf) {}
