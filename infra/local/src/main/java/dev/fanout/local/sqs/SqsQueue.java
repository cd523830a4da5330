package dev.fanout.local.sqs;

import dev.fanout.local.sqs.api.ReceiptHandle;
import java.time.InstantSource;
import java.util.Comparator;
import org.apache.pekko.actor.ActorRef;
import org.elasticmq.DeliveryReceipt;
import org.elasticmq.InvalidReceiptHandle;
import org.elasticmq.MessageData;
import org.elasticmq.MoveDestination;
import org.elasticmq.QueueData;
import org.elasticmq.VisibilityTimeout;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.MessageQueue.SimpleMessageQueue;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.actor.queue.QueueEventWithOperationStatus;
import org.elasticmq.actor.reply.ReplyAction;
import org.elasticmq.actor.reply.ReplyWith;
import org.elasticmq.msg.ClearQueue;
import org.elasticmq.msg.DeleteMessage;
import org.elasticmq.msg.GetQueueStatistics;
import org.elasticmq.msg.MoveMessage;
import org.elasticmq.msg.QueueMessageMsg;
import org.elasticmq.msg.QueueQueueMsg;
import org.elasticmq.msg.RestoreMessages;
import scala.Option;
import scala.collection.immutable.List;
import scala.collection.immutable.Nil$;
import scala.runtime.BoxedUnit;
import scala.util.Either;
import scala.util.Left;
import scala.util.Right;

/** ElasticMQ's queue, but for what AWS does otherwise. */
final class SqsQueue extends WaitingQueue {
    private final InstantSource clock;
    private final Retention retention;

    SqsQueue(QueueData queue, Option<ActorRef> deadLetterQueue, Option<ActorRef> listener, InstantSource clock) {
        super(queue, deadLetterQueue, listener);
        this.clock = clock;
        retention = new Retention(clock);
    }

    /** Its messages are gone. */
    record Purged(String queue) implements QueueEventWithOperationStatus {}

    /**
     * The attempt is not told to ElasticMQ, which would keep each for five minutes and look through all of them at
     * each receive: after some minutes of polling that is all it does. So a receive that is repeated after a lost
     * answer finds its messages when they are visible again.
     */
    @Override
    public ResultWithEvents<List<MessageData>> receiveMessages(
            VisibilityTimeout visibility, int count, Option<String> attempt) {
        dropExpired();
        var received = super.receiveMessages(visibility, count, Option.empty());
        // Nothing but dead letters, which have moved: what was behind them is free.
        return received.result().get().isEmpty() && received.events().nonEmpty()
                ? joined(received, receiveMessages(visibility, count, attempt))
                : received;
    }

    @Override
    public <T> ReplyAction<T> receiveAndReplyMessageMsg(QueueMessageMsg<T> message) {
        if (message instanceof DeleteMessage delete && !isInHand(delete.deliveryReceipt()))
            return ResultWithEvents().onlyValue(forgiven(delete.deliveryReceipt())).send(Option.empty());
        var reply = super.receiveAndReplyMessageMsg(message);
        if (message instanceof MoveMessage || message instanceof RestoreMessages) retention.lookAgain();
        if (message instanceof MoveMessage || message instanceof DeleteMessage) wake();
        return reply;
    }

    @Override
    public <T> ReplyAction<T> receiveAndReplyQueueMsg(QueueQueueMsg<T> message) {
        if (message instanceof GetQueueStatistics) dropExpired();
        var reply = message instanceof QueueChange change
                ? this.<T>change(change)
                : super.receiveAndReplyQueueMsg(message);
        if (message.updatesQueueMetadata()) {
            retention.lookAgain();
            context().parent().tell(new SqsQueues.Changed(queueData()), self());
        }
        return message instanceof ClearQueue ? told(new Purged(queueData().name())) : reply;
    }

    /** A message of a FIFO queue is sent anew to the dead letters; any other keeps its age. */
    @Override
    public ResultWithEvents<BoxedUnit> moveMessage(InternalMessage message, MoveDestination to, String source) {
        var moved = message.isFifo() ? StoredMessage.sentAnew(message, clock.instant()) : message;
        return super.moveMessage(moved, to, source);
    }

    /** ElasticMQ takes the next one from a heap that has none of a FIFO queue's, and still has deleted ones. */
    @Override
    public ResultWithEvents<BoxedUnit> moveFirstMessage(ActorRef destination, ActorRef manager) {
        dropExpired();
        var heap = ((SimpleMessageQueue) messageQueue()).messageQueue();
        if (queueData().isFifo())
            messages().stream().min(Comparator.comparing(InternalMessage::created)).ifPresent(heap::$plus$eq);
        while (heap.nonEmpty() && messageQueue().getById(heap.head().id()).isEmpty()) heap.dequeue();
        return super.moveFirstMessage(destination, manager);
    }

    private void dropExpired() {
        for (var message : retention.expired(messages(), PersistedAttributes.retention(queueData()))) {
            messageQueue().remove(message.id());
            var event = new QueueEvent.MessageRemoved(queueData().name(), message.id());
            queueEventListener().foreach(listener -> {
                listener.tell(event, ActorRef.noSender());
                return BoxedUnit.UNIT;
            });
        }
    }

    /** The reader of a FIFO queue has lost its message as soon as that is visible again. */
    private boolean isInHand(DeliveryReceipt receipt) {
        return messageQueue().getById(receipt.extractId().id())
                .exists(message -> message.deliveryReceipts().lastOption().contains(receipt.receipt())
                        && (!message.isFifo() || message.nextDelivery() > nowMillis()));
    }

    /** What is deleted already need not be, and on a standard queue an old receipt does no harm. */
    private Either<InvalidReceiptHandle, BoxedUnit> forgiven(DeliveryReceipt receipt) {
        var gone = messageQueue().getById(receipt.extractId().id()).isEmpty();
        return ReceiptHandle.isWellFormed(receipt.receipt()) && (gone || !queueData().isFifo())
                ? new Right<>(BoxedUnit.UNIT)
                : new Left<>(new InvalidReceiptHandle(queueData().name(), receipt.receipt()));
    }

    private ResultWithEvents<List<MessageData>> joined(
            ResultWithEvents<List<MessageData>> first, ResultWithEvents<List<MessageData>> next) {
        return ResultWithEvents()
                .valueWithEvents(next.result().get(), first.events().$colon$colon$colon(next.events()));
    }

    @SuppressWarnings("unchecked")
    private <T> ReplyAction<T> change(QueueChange change) {
        queueData_$eq(change.of(queueData()));
        return (ReplyAction<T>) new ReplyWith<>(BoxedUnit.UNIT);
    }

    /** Answered when the listener has it. */
    @SuppressWarnings("unchecked")
    private <T> ReplyAction<T> told(Purged purged) {
        List<QueueEventWithOperationStatus> events = ((List<QueueEventWithOperationStatus>) (List<?>) Nil$.MODULE$)
                .$colon$colon(purged);
        return (ReplyAction<T>) ResultWithEvents().valueWithEvents(BoxedUnit.UNIT, events).send(Option.empty());
    }
}
