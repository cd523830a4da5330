package dev.fanout.local;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a local stack listens (port 0 means any free one), and where it keeps its data.
 *
 * @param host the address to bind: loopback, unless a container is around it, whose loopback nobody else reaches
 * @param port for SNS, SQS and DynamoDB
 * @param smtpPort for mail
 * @param allowedHosts names, beyond those of loopback, under which requests may come; {@code *} allows all
 * @param data the folder that outlives the stack; null keeps everything in memory
 */
public record LocalStackSettings(
        String host, int port, int smtpPort, Set<String> allowedHosts, @Nullable Path data) {
    private static final String LOOPBACK = "127.0.0.1";

    /** The ports that AWS tools and the suite know. */
    public static final LocalStackSettings DEFAULT = new LocalStackSettings(4566, 3025);

    /** For tests, which must not meet each other. */
    public static final LocalStackSettings ANY_FREE_PORTS = new LocalStackSettings(0, 0);

    /** On loopback, in memory. */
    public LocalStackSettings(int port, int smtpPort) {
        this(LOOPBACK, port, smtpPort, Set.of(), null);
    }

    /** The same, bound to another address. */
    public LocalStackSettings at(String address) {
        return new LocalStackSettings(address, port, smtpPort, allowedHosts, data);
    }

    /** The same, kept in a folder. */
    public LocalStackSettings in(Path folder) {
        return new LocalStackSettings(host, port, smtpPort, allowedHosts, folder);
    }

    /** The same, for requests under these names too. */
    public LocalStackSettings allowing(Set<String> hosts) {
        return new LocalStackSettings(host, port, smtpPort, hosts, data);
    }
}
