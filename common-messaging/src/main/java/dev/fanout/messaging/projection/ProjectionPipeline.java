package dev.fanout.messaging.projection;

import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition;
import dev.fanout.messaging.pipeline.EventDecoder;
import dev.fanout.messaging.pipeline.OutageLogger;
import dev.fanout.messaging.pipeline.PipelineMetrics;
import dev.fanout.messaging.store.EffectsUnavailable;
import dev.fanout.messaging.store.Writes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** From deliveries to effects and dispositions, for one subscriber's queue. One thread at a time. */
public final class ProjectionPipeline {
    private final PendingEventFactory pendingEvents;
    private final RecentlyProcessedCache recentlyProcessed;
    private final TransactionCommitter committer;
    private final FailurePolicy policy;
    private final PipelineMetrics metrics;
    private final OutageLogger outage;

    public ProjectionPipeline(ProjectionParts parts) {
        this.metrics = parts.metrics();
        this.recentlyProcessed = new RecentlyProcessedCache();
        this.outage = new OutageLogger(parts.subscriber().name() + ": writing effects", parts.clock());
        var repetitions = new RepetitionDetector(parts.projection());
        this.policy = new FailurePolicy(parts.subscriber(), parts.attempts(), recentlyProcessed, repetitions,
                parts.backoff(), metrics);
        var reader = new EventDecoder(parts.subscriber(), parts.codec(), parts.clock());
        this.pendingEvents = new PendingEventFactory(parts.subscriber(), parts.projection(), reader, policy);
        this.committer = new TransactionCommitter(
                repetitions, parts.effects(), policy, parts.backoff(), parts.sleeper(), metrics);
    }

    /**
     * The dispositions are in the order of the deliveries; when it returns, the effects of all that are done are
     * there.
     */
    public List<Disposition> receive(List<Delivery> deliveries) throws InterruptedException {
        metrics.received(deliveries);
        var outcomes = new BatchOutcomes(deliveries.size());
        try {
            var open = pendingEvents.read(deliveries, outcomes);
            while (!open.isEmpty()) {
                advance(open, outcomes);
                open = outcomes.open(open);
            }
            outage.worked();
        } catch (EffectsUnavailable e) {
            outage.failed(String.valueOf(e.getMessage()));
            policy.postpone(deliveries, outcomes);
        }
        outcomes.all().forEach(metrics::ruled);
        return outcomes.all();
    }

    private void advance(List<PendingEvent> open, BatchOutcomes outcomes) throws InterruptedException {
        var group = nextGroup(withoutKnown(open, outcomes));
        if (group.isEmpty()) return;
        metrics.group(group.size());
        committer.commit(group, outcomes);
    }

    private List<PendingEvent> withoutKnown(List<PendingEvent> works, BatchOutcomes outcomes) {
        var news = new ArrayList<PendingEvent>();
        works.forEach(pending -> withoutKnown(pending, outcomes).ifPresent(news::add));
        return news;
    }

    private Optional<PendingEvent> withoutKnown(PendingEvent pending, BatchOutcomes outcomes) {
        var earlier = recentlyProcessed.earlier(pending);
        if (earlier.isEmpty()) return Optional.of(
                recentlyProcessed.isDoneByAnother(pending) ? pending.withMarkerOnly() : pending);
        // That it was sent again may be known too.
        return policy.doneEarlier(pending, earlier.get(), outcomes)
                .flatMap(repetition -> withoutKnown(repetition, outcomes));
    }

    /**
     * As many as fit in one transaction by what is known before folding. An item may stand in a transaction only once,
     * so the second event with the same id or business key waits for the next group, where the first one is known.
     */
    private List<PendingEvent> nextGroup(List<PendingEvent> works) {
        var group = new ArrayList<PendingEvent>();
        var ids = new HashSet<String>();
        var items = new HashSet<Object>();
        for (var pending : works) {
            if (ids.contains(pending.markerId()) || pending.businessId().filter(ids::contains).isPresent()) break;
            var touched = new HashSet<Object>(items);
            touched.addAll(pending.items());
            ids.add(pending.markerId());
            pending.businessId().ifPresent(ids::add);
            if (!group.isEmpty() && ids.size() + touched.size() > Writes.MAX) break;
            items = touched;
            group.add(pending);
        }
        return group;
    }
}
