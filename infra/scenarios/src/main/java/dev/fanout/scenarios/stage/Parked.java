package dev.fanout.scenarios.stage;

/** One message of a dead-letter queue, with what is noted on it. */
public record Parked(String id, String reason, int attempts) {}
