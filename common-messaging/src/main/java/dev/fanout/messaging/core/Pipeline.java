package dev.fanout.messaging.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** From deliveries to effects and verdicts, for one subscriber's queue. One thread at a time. */
public final class Pipeline {
    private final Intake intake;
    private final Known known;
    private final Commits commits;
    private final Rulings rulings;
    private final PipelineMetrics metrics;
    private final Outage outage;

    public Pipeline(PipelineParts parts) {
        this.metrics = parts.metrics();
        this.known = new Known();
        this.outage = new Outage(parts.subscriber().name() + ": writing effects", parts.clock());
        var repeats = new Repeats(parts.projection());
        this.rulings = new Rulings(parts.subscriber(), parts.attempts(), known, repeats, parts.backoff(), metrics);
        var reader = new EventReader(parts.subscriber(), parts.codec(), parts.clock());
        this.intake = new Intake(parts.subscriber(), parts.projection(), reader, rulings);
        this.commits = new Commits(
                repeats, parts.effects(), rulings, parts.backoff(), parts.pauses(), metrics);
    }

    /** The verdicts are in the order of the deliveries; when it returns, the effects of all that are done are there. */
    public List<Verdict> receive(List<Delivery> deliveries) throws InterruptedException {
        metrics.received(deliveries);
        var fates = new Fates(deliveries.size());
        try {
            var open = intake.read(deliveries, fates);
            while (!open.isEmpty()) {
                advance(open, fates);
                open = fates.open(open);
            }
            outage.worked();
        } catch (EffectsUnavailable e) {
            outage.failed(String.valueOf(e.getMessage()));
            rulings.postpone(deliveries, fates);
        }
        fates.all().forEach(metrics::ruled);
        return fates.all();
    }

    private void advance(List<Work> open, Fates fates) throws InterruptedException {
        var group = nextGroup(withoutKnown(open, fates));
        if (group.isEmpty()) return;
        metrics.group(group.size());
        commits.commit(group, fates);
    }

    private List<Work> withoutKnown(List<Work> works, Fates fates) {
        var news = new ArrayList<Work>();
        works.forEach(work -> withoutKnown(work, fates).ifPresent(news::add));
        return news;
    }

    private Optional<Work> withoutKnown(Work work, Fates fates) {
        var earlier = known.earlier(work);
        if (earlier.isEmpty()) return Optional.of(known.isDoneByAnother(work) ? work.withMarkerOnly() : work);
        // That it was sent again may be known too.
        return rulings.doneEarlier(work, earlier.get(), fates).flatMap(repetition -> withoutKnown(repetition, fates));
    }

    /**
     * As many as fit in one transaction by what is known before folding. An item may stand in a transaction only once,
     * so the second event with the same id or business key waits for the next group, where the first one is known.
     */
    private List<Work> nextGroup(List<Work> works) {
        var group = new ArrayList<Work>();
        var ids = new HashSet<String>();
        var items = new HashSet<Object>();
        for (var work : works) {
            if (ids.contains(work.markerId()) || work.businessId().filter(ids::contains).isPresent()) break;
            var touched = new HashSet<Object>(items);
            touched.addAll(work.items());
            ids.add(work.markerId());
            work.businessId().ifPresent(ids::add);
            if (!group.isEmpty() && ids.size() + touched.size() > Writes.MAX) break;
            items = touched;
            group.add(work);
        }
        return group;
    }
}
