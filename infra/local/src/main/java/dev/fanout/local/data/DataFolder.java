package dev.fanout.local.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A folder that is ours, of a format that we know, and that no other process uses as long as we do. */
public final class DataFolder implements AutoCloseable {
    private static final String FORMAT = "fanout-local 1\n";
    private static final String MARKER = "format";

    private final Path path;
    private final FileChannel marker;

    private DataFolder(Path path, FileChannel marker) {
        this.path = path;
        this.marker = marker;
    }

    public static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            refuseForeign(path);
            return claim(path);
        } catch (IOException e) {
            throw new UnusableData("The data folder %s cannot be used: %s".formatted(path, e), e);
        }
    }

    public Path path() {
        return path;
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /** Made when it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UnusableData("%s cannot be made in %s: %s".formatted(name, path, e), e);
        }
    }

    @Override
    public void close() throws IOException {
        marker.close();
    }

    private static void refuseForeign(Path path) throws IOException {
        if (Files.exists(path.resolve(MARKER))) return;
        try (var files = Files.list(path)) {
            if (files.findAny().isPresent())
                throw new UnusableData(path + " holds files that are not the local stack's."
                        + " Choose a new folder for --data; nothing was changed.");
        }
    }

    private static DataFolder claim(Path path) throws IOException {
        var marker = FileChannel.open(
                path.resolve(MARKER),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            if (lock(marker) == null)
                throw new UnusableData("%s is in use by another local stack: end it, or choose another folder."
                        .formatted(path));
            check(marker, path);
            return new DataFolder(path, marker);
        } catch (IOException | RuntimeException e) {
            marker.close();
            throw e;
        }
    }

    /** The system gives it back when the process dies, however it dies. */
    private static @Nullable FileLock lock(FileChannel marker) throws IOException {
        try {
            return marker.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static void check(FileChannel marker, Path path) throws IOException {
        // Empty: made by us just now, or by one of us that was killed right there.
        if (marker.size() == 0) {
            marker.write(StandardCharsets.UTF_8.encode(FORMAT));
            return;
        }
        var content = ByteBuffer.allocate((int) Math.min(marker.size(), 100));
        marker.read(content, 0);
        var format = StandardCharsets.UTF_8.decode(content.flip()).toString();
        if (!format.equals(FORMAT))
            throw new UnusableData(
                    "%s was written by another version: its format is '%s', and this reads '%s'. %s".formatted(
                            path, format.strip(), FORMAT.strip(), "Nothing was changed."));
    }
}
