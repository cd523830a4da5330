package dev.fanout.messaging.aws;

import software.amazon.awssdk.crt.CRT;

/**
 * Keeps the native transport alive until the service has stopped. By itself it dies with the JVM's first shutdown hook,
 * while Spring's hook still finishes and acknowledges what is in hand: every call would hang until its timeout.
 */
public final class CrtShutdownHold implements AutoCloseable {
    public CrtShutdownHold() {
        CRT.acquireShutdownRef();
    }

    @Override
    public void close() {
        CRT.releaseShutdownRef();
    }
}
