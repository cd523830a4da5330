package dev.fanout.messaging.chaos;

import dev.fanout.messaging.core.Delivery;
import dev.fanout.messaging.core.Receiver;
import dev.fanout.messaging.core.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What can go wrong between a queue and the pipeline. */
final class ChaoticReceiver implements Receiver {
    private final Receiver receiver;
    private final Chaos chaos;
    private final EndOfWork end;
    private final StrangeId strangeId = new StrangeId();

    ChaoticReceiver(Receiver receiver, Chaos chaos, EndOfWork end) {
        this.receiver = receiver;
        this.chaos = chaos;
        this.end = end;
    }

    @Override
    public CompletableFuture<List<Verdict>> submit(List<Delivery> deliveries) {
        deliveries.forEach(delivery -> chaos.crashIf(Fault.CRASH_AFTER_RECEIVE, delivery.body()));
        var dropped = deliveries.stream().map(delivery -> chaos.strikes(Fault.DROP, delivery.body())).toList();
        var kept = new ArrayList<Delivery>();
        for (int i = 0; i < deliveries.size(); i++)
            if (!dropped.get(i)) kept.add(passingForNew(deliveries.get(i)));
        return receiver.submit(kept)
                .thenApply(verdicts -> withDropped(dropped, verdicts))
                .thenApply(verdicts -> beforeAcknowledgement(deliveries, verdicts));
    }

    private Delivery passingForNew(Delivery delivery) {
        if (!chaos.strikes(Fault.COUNT_AGAIN, delivery.body())) return delivery;
        return new Delivery(
                delivery.receipt(), strangeId.in(delivery.body()), delivery.attributes(), delivery.group(),
                delivery.receiveCount(), delivery.sentAt());
    }

    private static List<Verdict> withDropped(List<Boolean> dropped, List<Verdict> ofTheOthers) {
        var others = ofTheOthers.iterator();
        return dropped.stream().<Verdict>map(gone -> gone ? new Verdict.Done(false) : others.next()).toList();
    }

    private List<Verdict> beforeAcknowledgement(List<Delivery> deliveries, List<Verdict> verdicts) {
        end.worked(verdicts.size());
        for (int i = 0; i < verdicts.size(); i++) {
            if (!(verdicts.get(i) instanceof Verdict.Done)) continue;
            var body = deliveries.get(i).body();
            chaos.crashIf(Fault.CRASH_BEFORE_ACKNOWLEDGE, body);
            // Throwing here, after the commit, is exactly a lost acknowledgement: SQS delivers again.
            if (chaos.strikes(Fault.LOSE_ACKNOWLEDGEMENT, body)) throw new LostAcknowledgement(deliveries.size());
        }
        return verdicts;
    }

    @Override
    public void close() throws InterruptedException {
        receiver.close();
    }
}
