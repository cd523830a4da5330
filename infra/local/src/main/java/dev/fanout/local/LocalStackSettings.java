package dev.fanout.local;

/**
 * Where a local stack listens, always on loopback; 0 means any free port.
 *
 * @param port for SNS, SQS and DynamoDB
 * @param smtpPort for mail
 */
public record LocalStackSettings(int port, int smtpPort) {
    /** The ports that AWS tools and the suite know. */
    public static final LocalStackSettings DEFAULT = new LocalStackSettings(4566, 3025);

    /** For tests, which must not meet each other. */
    public static final LocalStackSettings ANY_FREE_PORTS = new LocalStackSettings(0, 0);
}
