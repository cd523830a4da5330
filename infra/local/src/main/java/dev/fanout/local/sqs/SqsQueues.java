package dev.fanout.local.sqs;

import java.time.InstantSource;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.elasticmq.QueueData;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.reply.DoNotReply;
import org.elasticmq.actor.reply.ReplyAction;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.QueueManagerMsg;
import org.elasticmq.msg.UpdateQueueDeadLettersQueue;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.runtime.BoxedUnit;

/** ElasticMQ's queues, which know of each other what AWS's do. */
final class SqsQueues extends QueueManagerActor {
    private final InstantSource clock;

    SqsQueues(Option<ActorRef> listener, InstantSource clock) {
        super(new NowProvider(), StrictSQSLimits$.MODULE$, listener);
        this.clock = clock;
    }

    /** ElasticMQ would go on to know the queue as it was made, without the redrive policy that it got later. */
    record Changed(QueueData queue) implements QueueManagerMsg<BoxedUnit> {}

    @Override
    public <T> ReplyAction<T> receiveAndReply(QueueManagerMsg<T> message) {
        if (message instanceof Changed(var queue)) return changed(queue);
        var reply = super.receiveAndReply(message);
        if (message instanceof CreateQueue create) linkSources(create.request().name());
        return reply;
    }

    @Override
    public ActorRef createQueueActor(NowProvider now, QueueData queue, Option<ActorRef> listener) {
        var deadLetters = queue.deadLettersQueue().flatMap(there -> queues().get(there.name()));
        var deadLetterQueue = deadLetters.map(there -> there.actorRef());
        return context().actorOf(
                Props.create(SqsQueue.class, () -> new SqsQueue(queue, deadLetterQueue, listener, clock)));
    }

    private <T> ReplyAction<T> changed(QueueData queue) {
        var there = queues().get(queue.name());
        // Not if another has taken its name.
        if (there.exists(known -> known.actorRef().equals(sender())))
            queues().update(queue.name(), there.get().copy(sender(), queue));
        return new DoNotReply<>();
    }

    /** A dead-letter queue may be made after its sources, or again: they know it by its name. */
    private void linkSources(String name) {
        var made = queues().get(name).map(queue -> queue.actorRef());
        for (var source : CollectionConverters.asJavaCollection(queues().values())) {
            var deadLetters = source.queueData().deadLettersQueue();
            if (deadLetters.exists(there -> there.name().equals(name)))
                source.actorRef().tell(new UpdateQueueDeadLettersQueue(deadLetters, made), ActorRef.noSender());
        }
    }

    /** What javac needs to take a Scala class with such a type parameter for a superclass. */
    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public ClassTag ev() {
        return super.ev();
    }
}
