package dev.fanout.local;

/** Something else listens on the port that was asked for. */
public final class PortTaken extends RuntimeException {
    private final int port;

    PortTaken(int port, Throwable cause) {
        super("port " + port + " is taken", cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
