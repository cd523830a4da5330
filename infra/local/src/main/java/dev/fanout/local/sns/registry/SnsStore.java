package dev.fanout.local.sns.registry;

import dev.fanout.local.data.DataFolder;
import dev.fanout.local.data.Journal;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All topics and subscriptions: in memory, and, if there is a folder, in a journal beside it. */
public final class SnsStore implements AutoCloseable {
    private final Topics topics;
    private final Subscriptions subscriptions;
    private final LazySigner signer;
    private final Consumer<SnsEntry> keep;
    private final @Nullable Journal<SnsEntry> journal;
    private final int foundTopics;

    private SnsStore(PersistedTopics found, @Nullable Journal<SnsEntry> journal) {
        this.journal = journal;
        keep = journal == null ? _ -> {} : journal::append;
        foundTopics = found.topics().size();
        topics = new Topics(keep);
        subscriptions = new Subscriptions(keep);
        signer = new LazySigner(found.signingKey(), keep);
        found.topics().forEach(topic -> topics.restore(topic, found.published(topic.arn())));
        found.subscriptions().forEach(subscriptions::restore);
    }

    public static SnsStore open(@Nullable DataFolder folder, InstantSource clock) {
        var kept = new PersistedTopics(clock);
        if (folder == null) return new SnsStore(kept, null);
        return new SnsStore(kept, Journal.open(folder.file("topics.journal"), SnsEntry.class, kept));
    }

    public int foundTopics() {
        return foundTopics;
    }

    public Topics topics() {
        return topics;
    }

    public Subscriptions subscriptions() {
        return subscriptions;
    }

    public LazySigner signer() {
        return signer;
    }

    public Consumer<SnsEntry> keep() {
        return keep;
    }

    @Override
    public void close() throws IOException {
        if (journal != null) journal.close();
    }
}
