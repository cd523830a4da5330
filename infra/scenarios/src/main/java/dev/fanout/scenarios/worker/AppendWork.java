package dev.fanout.scenarios.worker;

import dev.fanout.events.WorkRequested;
import dev.fanout.messaging.Action;
import dev.fanout.messaging.Changes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a line for each piece into a file. What is written cannot be taken back, like a mail. Poison chokes it. */
final class AppendWork implements Action<WorkRequested> {
    private final Path file;

    AppendWork(Path file) {
        this.file = file;
    }

    @Override
    public Changes perform(WorkRequested work) throws IOException {
        if (work.chokesItsWorker()) throw new IllegalArgumentException("poison: " + work.id());
        Files.writeString(file, work.id() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return Changes.NONE.put(WorkTables.kept(work.eventId().toString()), new WorkTables.Kept(work.id()));
    }
}
