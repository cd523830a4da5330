package dev.fanout.local.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.DeliveryReceipt;
import org.elasticmq.DeliveryReceipt$;
import org.elasticmq.MessageId;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.operations.SequenceNumber$;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.DeleteMessage;
import org.elasticmq.msg.RestoreMessages;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;

/**
 * One queue on its way back into the engine.
 *
 * @param receipts for the messages that were deleted already: they go in with the others and are deleted
 *     again, because that is how the engine comes to know their deduplication ids
 */
record Restore(StoredQueue settings, List<InternalMessage> messages, List<String> receipts) {
    private static final Duration RESTORE_TIMEOUT = Duration.ofMinutes(1);

    static Restore of(PersistedQueue queue, Instant now) {
        var messages = queue.messages(now).stream().map(StoredMessage::toInternal).toList();
        var removed = queue.removed();
        var receipts = messages.stream()
                .filter(message -> removed.contains(message.id()))
                .map(Restore::receive)
                .toList();
        return new Restore(queue.settings(), messages, receipts);
    }

    /** The engine counts from zero in every process, and a FIFO queue's numbers must grow. */
    static void continueNumbers(List<Restore> queues) {
        var last = queues.stream()
                .flatMap(queue -> queue.messages().stream())
                .flatMap(Restore::number)
                .max(Comparator.naturalOrder());
        while (last.isPresent() && Long.parseLong(SequenceNumber$.MODULE$.next()) < last.get()) continue;
    }

    void into(ActorRef manager) {
        var made = (Either<?, ?>) ask(manager, new CreateQueue(settings.toCreate()));
        if (made.isLeft()) throw new IllegalStateException(settings.name() + " cannot be restored: " + made);
        var queue = (ActorRef) made.toOption().get();
        ask(queue, new RestoreMessages(
                scala.collection.immutable.List.from(CollectionConverters.asScala(messages))));
        receipts.forEach(receipt -> ask(queue, new DeleteMessage(new DeliveryReceipt(receipt))));
    }

    private static String receive(InternalMessage message) {
        var receipt = DeliveryReceipt$.MODULE$.generate(new MessageId(message.id())).receipt();
        message.deliveryReceipts().append(receipt);
        // In somebody's hands, because from a FIFO queue nothing else is deleted.
        message.nextDelivery_$eq(Long.MAX_VALUE);
        return receipt;
    }

    private static Stream<Long> number(InternalMessage message) {
        var number = message.sequenceNumber();
        return number.isEmpty() ? Stream.empty() : Stream.of(Long.valueOf(number.get()));
    }

    private static Object ask(ActorRef actor, Object question) {
        return Patterns.ask(actor, question, RESTORE_TIMEOUT).toCompletableFuture().join();
    }
}
