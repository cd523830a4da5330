package dev.fanout.messaging;

import dev.fanout.topology.Table;

/** A sum that events add to. Nobody reads it while adding, so it never makes two writers wait for each other. */
public record Counter(Table table, String partition, String sort) {}
