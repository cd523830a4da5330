package dev.fanout.local.sqs;

import org.elasticmq.QueueData;
import org.elasticmq.msg.QueueQueueMsg;
import scala.runtime.BoxedUnit;

/** Says that a FIFO queue is to recognize a message by its content, or no more: ElasticMQ has no word for that. */
record QueueChange(boolean deduplicateByContent) implements QueueQueueMsg<BoxedUnit> {
    QueueData of(QueueData queue) {
        return new QueueData(
                queue.name(),
                queue.defaultVisibilityTimeout(),
                queue.delay(),
                queue.receiveMessageWait(),
                queue.created(),
                queue.lastModified(),
                queue.deadLettersQueue(),
                queue.isFifo(),
                deduplicateByContent,
                queue.copyMessagesTo(),
                queue.moveMessagesTo(),
                queue.tags());
    }

    @Override
    public boolean updatesQueueMetadata() {
        return true;
    }

    @Override
    public void org$elasticmq$msg$QueueQueueMsg$_setter_$updatesQueueMetadata_$eq(boolean value) {
        // Scala's way to initialize it.
    }
}
