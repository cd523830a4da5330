package dev.fanout.local.sqs;

import com.typesafe.config.ConfigFactory;
import dev.fanout.local.data.DataFolder;
import dev.fanout.local.sns.message.Queues;
import dev.fanout.local.sqs.api.Api;
import dev.fanout.local.sqs.api.Sqs;
import dev.fanout.local.sqs.api.SqsHandler;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** The SQS engine. Its queues are in memory, and, if there is a folder, in a journal beside it. */
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
    private final @Nullable QueueStore store;

    private ElasticMq(ActorSystem actors, ActorRef manager, @Nullable QueueStore store) {
        this.actors = actors;
        this.manager = manager;
        this.store = store;
    }

    /** @param clock by which messages grow too old */
    public static ElasticMq start(@Nullable DataFolder folder, InstantSource clock) {
        var store = folder == null ? null : new QueueStore(folder, clock);
        var loader = ElasticMq.class.getClassLoader();
        var config = ConfigFactory.parseString(SETTINGS).withFallback(ConfigFactory.load(loader));
        var actors = ActorSystem.create("sqs", config, loader);
        Option<ActorRef> listener = store == null ? Option.empty() : Option.apply(store.listener(actors));
        var manager = actors.actorOf(
                Props.create(SqsQueues.class, () -> new SqsQueues(listener, clock)), "queues");
        if (store != null) store.restore(manager);
        return new ElasticMq(actors, manager, store);
    }

    /** Answers SQS's JSON and query protocols. */
    public Handler handler() {
        return new SqsHandler(api());
    }

    Sqs api() {
        return Api.before(new ElasticMqEngine(ElasticMqRoute.to(manager, actors), manager));
    }

    /** Takes messages without HTTP: the way of SNS. */
    public Queues queues() {
        return new ElasticMqQueues(manager);
    }

    public int foundQueues() {
        return store == null ? 0 : store.foundQueues();
    }

    public int foundMessages() {
        return store == null ? 0 : store.foundMessages();
    }

    @Override
    public void close() throws Exception {
        actors.terminate();
        actors.getWhenTerminated().toCompletableFuture().get(10, TimeUnit.SECONDS);
        if (store != null) store.close();
    }
}
