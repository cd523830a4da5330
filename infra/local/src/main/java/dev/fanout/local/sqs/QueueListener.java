package dev.fanout.local.sqs;

import dev.fanout.local.data.Journal;
import org.apache.pekko.actor.AbstractActor;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;

/**
 * Writes down what ElasticMQ tells. Of messages it tells before it answers its client, and waits for us: so
 * what was answered is kept.
 */
final class QueueListener extends AbstractActor {
    private final Journal<QueueEntry> journal;

    QueueListener(Journal<QueueEntry> journal) {
        this.journal = journal;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(QueueEvent.QueueCreated.class, e -> settings(StoredQueue.of(e.queue())))
                .match(QueueEvent.QueueMetadataUpdated.class, e -> settings(StoredQueue.of(e.queue())))
                .match(QueueEvent.QueueDeleted.class, e ->
                        journal.append(new QueueEntry.Deleted(e.queueName())))
                .match(SqsQueue.Purged.class, e -> message(new QueueEntry.Purged(e.queue())))
                .match(QueueEvent.MessageAdded.class, e ->
                        message(new QueueEntry.Added(e.queueName(), StoredMessage.of(e.message()))))
                .match(QueueEvent.MessageUpdated.class, e ->
                        message(StoredMessage.delivery(e.queueName(), e.message())))
                .match(QueueEvent.MessageRemoved.class, e ->
                        message(new QueueEntry.Removed(
                                e.queueName(), e.messageId(), System.currentTimeMillis())))
                .build();
    }

    private void settings(StoredQueue queue) {
        journal.append(new QueueEntry.Queue(queue));
    }

    private void message(QueueEntry entry) {
        journal.append(entry);
        getSender().tell(OperationSuccessful$.MODULE$, getSelf());
    }
}
