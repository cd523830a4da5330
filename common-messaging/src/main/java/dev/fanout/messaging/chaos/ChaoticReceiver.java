package dev.fanout.messaging.chaos;

import dev.fanout.messaging.core.Delivery;
import dev.fanout.messaging.core.Receiver;
import dev.fanout.messaging.core.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

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
    public List<CompletableFuture<Verdict>> submit(List<Delivery> deliveries) {
        deliveries.forEach(delivery -> chaos.crashIf(Fault.CRASH_AFTER_RECEIVE, delivery.body()));
        var dropped = deliveries.stream().map(delivery -> chaos.strikes(Fault.DROP, delivery.body())).toList();
        var kept = new ArrayList<Delivery>();
        for (int i = 0; i < deliveries.size(); i++)
            if (!dropped.get(i)) kept.add(passingForNew(deliveries.get(i)));
        var found = withDropped(dropped, receiver.submit(kept));
        return IntStream.range(0, deliveries.size())
                .mapToObj(i -> found.get(i).thenApply(verdict -> beforeAcknowledgement(deliveries.get(i), verdict)))
                .toList();
    }

    private Delivery passingForNew(Delivery delivery) {
        if (!chaos.strikes(Fault.COUNT_AGAIN, delivery.body())) return delivery;
        return new Delivery(
                delivery.messageId(), delivery.receipt(), strangeId.in(delivery.body()), delivery.attributes(),
                delivery.group(), delivery.receiveCount(), delivery.sentAt());
    }

    private static List<CompletableFuture<Verdict>> withDropped(
            List<Boolean> dropped, List<CompletableFuture<Verdict>> ofTheOthers) {
        var others = ofTheOthers.iterator();
        return dropped.stream()
                .map(gone -> gone
                        ? CompletableFuture.<Verdict>completedFuture(new Verdict.Done(false))
                        : others.next())
                .toList();
    }

    private Verdict beforeAcknowledgement(Delivery delivery, Verdict verdict) {
        end.worked();
        if (!(verdict instanceof Verdict.Done)) return verdict;
        chaos.crashIf(Fault.CRASH_BEFORE_ACKNOWLEDGE, delivery.body());
        // Throwing here, after the commit, is exactly a lost acknowledgement: SQS delivers again.
        if (chaos.strikes(Fault.LOSE_ACKNOWLEDGEMENT, delivery.body())) throw new LostAcknowledgement();
        return verdict;
    }

    @Override
    public void close() throws InterruptedException {
        receiver.close();
    }
}
