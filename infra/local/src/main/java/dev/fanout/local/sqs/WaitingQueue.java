package dev.fanout.local.sqs;

import java.util.Collection;
import java.util.OptionalLong;
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
    private long triedMillis;

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

    /** Called after every try that leaves somebody waiting: the next is when a message becomes visible. */
    @Override
    public final void org$elasticmq$actor$queue$QueueActorWaitForMessagesOps$$scheduleTryReplyWhenAvailable() {
        org$elasticmq$actor$queue$QueueActorWaitForMessagesOps$$scheduledTryReply().foreach(Cancellable::cancel);
        var waiting = org$elasticmq$actor$queue$QueueActorWaitForMessagesOps$$awaitingReply().nonEmpty();
        var next = waiting ? nextVisible() : OptionalLong.empty();
        org$elasticmq$actor$queue$QueueActorWaitForMessagesOps$$scheduledTryReply_$eq(
                next.isPresent() ? Option.apply(tryAt(next.getAsLong())) : Option.empty());
    }

    final Collection<InternalMessage> messages() {
        return CollectionConverters.asJavaCollection(messageQueue().all());
    }

    final long nowMillis() {
        return nowProvider().nowMillis();
    }

    /** What was visible at the last try and still is here, is blocked by its group. */
    private OptionalLong nextVisible() {
        return messages().stream()
                .mapToLong(InternalMessage::nextDelivery)
                .filter(millis -> millis > triedMillis)
                .min();
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
