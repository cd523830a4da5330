package dev.fanout.scenarios.observe;

/** One message of a dead-letter queue, with what is noted on it. */
public record DeadLetter(String id, String reason, int attempts) {}
