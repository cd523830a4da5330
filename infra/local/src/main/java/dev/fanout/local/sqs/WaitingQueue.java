package dev.fanout.local.sqs;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Cancellable;
import org.elasticmq.MessageData;
import org.elasticmq.QueueData;
import org.elasticmq.VisibilityTimeout;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.QueueActor;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.collection.immutable.List;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;

/**
 * ElasticMQ's queue, whose long polls wait for something to happen. Its own try again at once as long as the queue
 * holds messages of a group that is in somebody's hands, which is what a FIFO queue at work is like: they spin, and
 * starve everything else. It fits ElasticMQ 1.7: the long names are private to it in Scala, though not in Java.
 */
abstract class WaitingQueue extends QueueActor {
    // A FIFO queue waits a moment for the rest of a batch: who waits would get one message a call otherwise.
    private static final long MOMENT_MILLIS = 5;

    private static final long NEVER = Long.MAX_VALUE;

    private long triedMillis;
    private long soonMillis = NEVER;

    WaitingQueue(QueueData queue, Option<ActorRef> deadLetterQueue, Option<ActorRef> listener) {
        super(new NowProvider(), queue, deadLetterQueue, Option.empty(), Option.empty(), listener);
    }

    @Override
    public ResultWithEvents<List<MessageData>> receiveMessages(
            VisibilityTimeout visibility, int count, Option<String> attempt) {
        triedMillis = nowMillis();
        return super.receiveMessages(visibility, count, attempt);
    }

    /** Whoever waits may have something now. */
    final void wake() {
        org$elasticmq$actor$queue$QueueActorWaitForMessagesOps$$tryReply();
        org$elasticmq$actor$queue$QueueActorWaitForMessagesOps$$scheduleTryReplyWhenAvailable();
    }

    @Override
    public final void org$elasticmq$actor$queue$QueueActorWaitForMessagesOps$$tryReply() {
        var now = nowMillis();
        if (queueData().isFifo() && soonMillis > now) {
            soonMillis = Math.min(soonMillis, now + MOMENT_MILLIS);
            return;
        }
        soonMillis = NEVER;
        super.org$elasticmq$actor$queue$QueueActorWaitForMessagesOps$$tryReply();
    }

    /** Called after everything that leaves somebody waiting. */
    @Override
    public final void org$elasticmq$actor$queue$QueueActorWaitForMessagesOps$$scheduleTryReplyWhenAvailable() {
        org$elasticmq$actor$queue$QueueActorWaitForMessagesOps$$scheduledTryReply().foreach(Cancellable::cancel);
        var waiting = org$elasticmq$actor$queue$QueueActorWaitForMessagesOps$$awaitingReply().nonEmpty();
        var next = !waiting ? NEVER : soonMillis != NEVER ? soonMillis : nextVisible();
        org$elasticmq$actor$queue$QueueActorWaitForMessagesOps$$scheduledTryReply_$eq(
                next == NEVER ? Option.empty() : Option.apply(tryAt(next)));
    }

    final Collection<InternalMessage> messages() {
        return CollectionConverters.asJavaCollection(messageQueue().all());
    }

    final long nowMillis() {
        return nowProvider().nowMillis();
    }

    /** What was visible at the last try and still is here, is blocked by its group. */
    private long nextVisible() {
        return messages().stream()
                .mapToLong(InternalMessage::nextDelivery)
                .filter(millis -> millis > triedMillis)
                .min()
                .orElse(NEVER);
    }

    private Cancellable tryAt(long millis) {
        var delay = FiniteDuration.apply(Math.max(0, millis - nowMillis()) + 1, TimeUnit.MILLISECONDS);
        return context().system().scheduler().scheduleOnce(delay, self(), TryReply(), ec(), self());
    }

    /** What javac needs to take a Scala class with such a type parameter for a superclass. */
    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public final ClassTag ev() {
        return super.ev();
    }
}
