package dev.fanout.local.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;

/**
 * A file of entries, one line of JSON each. An entry is with the operating system when {@code append} returns:
 * that outlives the process, though not a power cut. At start, and when it has grown long, the file is
 * replaced by the shortest one that says the same.
 */
public final class Journal<E> implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SLACK_BYTES = 64L << 20;

    private final Path path;
    private final Class<E> type;
    private final State<E> state;
    private final long slack;
    private FileOutputStream file;
    private long written;
    private long limit;

    private Journal(Path path, Class<E> type, State<E> state, long slack) throws IOException {
        this.path = path;
        this.type = type;
        this.state = state;
        this.slack = slack;
        if (Files.exists(path)) read();
        file = rewrite();
    }

    /** Brings the state to where the file left it. */
    public static <E> Journal<E> open(Path path, Class<E> type, State<E> state) {
        return open(path, type, state, SLACK_BYTES);
    }

    static <E> Journal<E> open(Path path, Class<E> type, State<E> state, long slack) {
        try {
            return new Journal<>(path, type, state, slack);
        } catch (IOException e) {
            throw new UnusableData(path + " cannot be used: " + e, e);
        }
    }

    public synchronized void append(E entry) {
        if (!state.apply(entry)) return;
        try {
            write(entry, file);
            if (written > limit) shorten();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    private void read() throws IOException {
        // Not Files.newBufferedReader: it refuses half a character, and a kill may leave one.
        try (var lines = new BufferedReader(
                new InputStreamReader(new FileInputStream(path.toFile()), StandardCharsets.UTF_8))) {
            int number = 1;
            for (var line = lines.readLine(); line != null; number++) {
                var next = lines.readLine();
                read(line, number, next == null);
                line = next;
            }
        }
    }

    private void read(String line, int number, boolean last) {
        try {
            state.apply(JSON.readValue(line, type));
        } catch (JsonProcessingException e) {
            // The last line may be torn by a kill: then nobody was told that it is kept.
            if (!last)
                throw new UnusableData(
                        "%s, line %d, is not what this version writes. Nothing was changed."
                                .formatted(path, number),
                        e);
        }
    }

    private void shorten() throws IOException {
        var old = file;
        file = rewrite();
        old.close();
    }

    private FileOutputStream rewrite() throws IOException {
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        var out = new FileOutputStream(fresh.toFile());
        var buffered = new BufferedOutputStream(out, 1 << 16);
        written = 0;
        for (Iterator<E> entries = state.entries().iterator(); entries.hasNext(); )
            write(entries.next(), buffered);
        buffered.flush();
        out.getFD().sync();
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        limit = slack + 3 * written;
        return out;
    }

    /** In one call of the operating system, so that a kill can tear the last line only. */
    private void write(E entry, OutputStream to) throws IOException {
        var line = (JSON.writerFor(type).writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        to.write(line);
        written += line.length;
    }
}
