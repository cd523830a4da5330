package dev.fanout.local.sqs;

import dev.fanout.local.data.DataFolder;
import dev.fanout.local.data.Journal;
import java.io.IOException;
import java.time.InstantSource;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;

/**
 * Keeps the queues in a file. ElasticMQ has an SQL store of its own, but that keeps times in milliseconds, in
 * which a FIFO group loses its order, forgets deduplication ids with their messages, and is slow.
 */
final class QueueStore implements AutoCloseable {
    private final InstantSource clock;
    private final PersistedQueues kept;
    private final Journal<QueueEntry> journal;
    private final int foundQueues;
    private final int foundMessages;

    QueueStore(DataFolder folder, InstantSource clock) {
        this.clock = clock;
        kept = new PersistedQueues(clock);
        journal = Journal.open(folder.file("queues.journal"), QueueEntry.class, kept);
        foundQueues = kept.count();
        foundMessages = kept.messages();
    }

    ActorRef listener(ActorSystem actors) {
        return actors.actorOf(Props.create(QueueListener.class, journal), "journal");
    }

    /** To be called before anybody else can reach the engine. */
    void restore(ActorRef manager) {
        // All read before the first is made, because the engine tells the listener of that.
        var queues = kept.deadLetterQueuesFirst().stream()
                .map(queue -> Restore.of(queue, clock.instant()))
                .toList();
        Restore.continueNumbers(queues);
        queues.forEach(queue -> queue.into(manager));
    }

    int foundQueues() {
        return foundQueues;
    }

    int foundMessages() {
        return foundMessages;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
