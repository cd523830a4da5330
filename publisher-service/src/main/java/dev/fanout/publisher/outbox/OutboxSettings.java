package dev.fanout.publisher.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is emptied.
 *
 * @param handOff Number of committed events that wait in memory to be published; 1 or more. The sweep publishes those
 *     that do not fit.
 * @param publishers Number of batches that are published at the same time right after their commit; 1 or more.
 * @param sweepEvery Time between two looks for events that were left behind; more than 0.
 * @param sweepAfter Age at which an event counts as left behind; longer than a publish usually takes, or events are
 *     published twice.
 * @param lease How long an outbox shard stays with an instance that is not heard of any more; more than 0. Every
 *     instance renews its leases after half of it.
 */
@ConfigurationProperties("fanout.outbox")
record OutboxSettings(
        @DefaultValue("10000") int handOff,
        @DefaultValue("4") int publishers,
        @DefaultValue("2s") Duration sweepEvery,
        @DefaultValue("5s") Duration sweepAfter,
        @DefaultValue("20s") Duration lease) {}
