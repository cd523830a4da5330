package dev.fanout.local.sqs;

import com.typesafe.config.ConfigFactory;
import dev.fanout.local.sns.Queues;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.eclipse.jetty.server.Handler;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.util.NowProvider;
import scala.Option;

/** The SQS engine, with its queues in memory. */
public final class ElasticMq implements AutoCloseable {
    private static final String SETTINGS = """
            pekko.loglevel = "WARNING"
            pekko.daemonic = on
            pekko.jvm-shutdown-hooks = off
            pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
            pekko.log-dead-letters = off
            """;

    private final ActorSystem actors;
    private final ActorRef manager;

    private ElasticMq(ActorSystem actors, ActorRef manager) {
        this.actors = actors;
        this.manager = manager;
    }

    public static ElasticMq start() {
        var loader = ElasticMq.class.getClassLoader();
        var config = ConfigFactory.parseString(SETTINGS).withFallback(ConfigFactory.load(loader));
        var actors = ActorSystem.create("sqs", config, loader);
        var manager = actors.actorOf(
                Props.create(
                        QueueManagerActor.class, new NowProvider(), StrictSQSLimits$.MODULE$, Option.empty()),
                "queues");
        return new ElasticMq(actors, manager);
    }

    /** Answers SQS's JSON and query protocols. */
    public Handler handler() {
        return new SqsHandler(ElasticMqRoute.function(actors, manager), actors);
    }

    /** Takes messages without HTTP: the way of SNS. */
    public Queues queues() {
        return new ElasticMqQueues(manager);
    }

    @Override
    public void close() throws Exception {
        actors.terminate();
        actors.getWhenTerminated().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
