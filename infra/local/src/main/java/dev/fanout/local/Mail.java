package dev.fanout.local;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** An SMTP server that takes every mail and keeps it. */
final class Mail implements AutoCloseable {
    private final GreenMail server;

    private Mail(GreenMail server) {
        this.server = server;
    }

    static Mail start(int port) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try {
            server.start();
        } catch (IllegalStateException e) {
            throw new PortTaken(port, e);
        }
        return new Mail(server);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
