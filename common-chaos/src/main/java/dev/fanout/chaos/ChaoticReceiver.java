package dev.fanout.chaos;

import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition;
import dev.fanout.messaging.pipeline.Receiver;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    public List<CompletableFuture<Disposition>> submit(List<Delivery> deliveries) {
        deliveries.forEach(delivery -> chaos.crashIf(Fault.CRASH_AFTER_RECEIVE, delivery.body()));
        var passed = deliveries.stream().map(this::passed).toList();
        var found = receiver.submit(passed.stream().flatMap(List::stream).toList()).iterator();
        return IntStream.range(0, deliveries.size())
                .mapToObj(i -> ofTheFirst(passed.get(i), found)
                        .thenApply(disposition -> beforeAcknowledgement(deliveries.get(i), disposition)))
                .toList();
    }

    /** What the pipeline gets of it: nothing, itself, or a twin behind it. */
    private List<Delivery> passed(Delivery delivery) {
        if (chaos.strikes(Fault.DROP, delivery.body())) return List.of();
        if (!chaos.strikes(Fault.COUNT_AGAIN, delivery.body())) return List.of(delivery);
        return Stream.concat(Stream.of(delivery), twin(delivery).stream()).toList();
    }

    private Optional<Delivery> twin(Delivery delivery) {
        return strangeId.in(delivery.body()).map(body -> new Delivery(
                delivery.messageId(), delivery.receipt(), body, delivery.attributes(), delivery.group(),
                delivery.receiveCount(), delivery.sentAt()));
    }

    /**
     * A twin's disposition is nobody's, but it is waited for: a message is not deleted while a part of it is at work.
     */
    private static CompletableFuture<Disposition> ofTheFirst(
            List<Delivery> passed, Iterator<CompletableFuture<Disposition>> found) {
        if (passed.isEmpty()) return CompletableFuture.completedFuture(new Disposition.Done(false));
        var first = found.next();
        if (passed.size() == 1) return first;
        return first.thenCombine(found.next().handle((_, _) -> true), (disposition, _) -> disposition);
    }

    private Disposition beforeAcknowledgement(Delivery delivery, Disposition disposition) {
        end.worked();
        if (!(disposition instanceof Disposition.Done)) return disposition;
        chaos.crashIf(Fault.CRASH_BEFORE_ACKNOWLEDGE, delivery.body());
        // Throwing here, after the commit, is exactly a lost acknowledgement: SQS delivers again.
        if (chaos.strikes(Fault.LOSE_ACKNOWLEDGEMENT, delivery.body())) throw new LostAcknowledgement();
        return disposition;
    }

    @Override
    public void close() throws InterruptedException {
        receiver.close();
    }
}
