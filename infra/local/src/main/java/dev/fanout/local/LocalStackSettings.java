package dev.fanout.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a local stack listens, always on loopback (0 means any free port), and where it keeps its data.
 *
 * @param port for SNS, SQS and DynamoDB
 * @param smtpPort for mail
 * @param data the folder that outlives the stack; null keeps everything in memory
 */
public record LocalStackSettings(int port, int smtpPort, @Nullable Path data) {
    /** The ports that AWS tools and the suite know. */
    public static final LocalStackSettings DEFAULT = new LocalStackSettings(4566, 3025);

    /** For tests, which must not meet each other. */
    public static final LocalStackSettings ANY_FREE_PORTS = new LocalStackSettings(0, 0);

    /** In memory. */
    public LocalStackSettings(int port, int smtpPort) {
        this(port, smtpPort, null);
    }

    /** The same, kept in a folder. */
    public LocalStackSettings in(Path folder) {
        return new LocalStackSettings(port, smtpPort, folder);
    }
}
