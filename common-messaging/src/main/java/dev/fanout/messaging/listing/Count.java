package dev.fanout.messaging.listing;

/** How much of something there is. */
public record Count(String name, long size) implements Ranked {}
