package dev.fanout.publisher.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is emptied.
 *
 * @param handOff how many committed events wait in memory at most; what does not fit is left to the sweeper
 * @param publishers how many batches are published at once right after commit
 * @param sweepEvery how often somebody looks for what was left behind
 * @param sweepAfter how old an event is when it counts as left behind; longer than a publish takes
 * @param lease how long a shard stays with an instance that is not heard of any more
 */
@ConfigurationProperties("fanout.outbox")
record OutboxSettings(
        @DefaultValue("10000") int handOff,
        @DefaultValue("4") int publishers,
        @DefaultValue("2s") Duration sweepEvery,
        @DefaultValue("5s") Duration sweepAfter,
        @DefaultValue("20s") Duration lease) {}
