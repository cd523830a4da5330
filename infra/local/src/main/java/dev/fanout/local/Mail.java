package dev.fanout.local;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** An SMTP server that takes every mail and keeps it. */
final class Mail implements AutoCloseable {
    private final GreenMail server;

    private Mail(GreenMail server) {
        this.server = server;
    }

    static Mail start(int port) {
        checkFree(port);
        var loopback = InetAddress.getLoopbackAddress().getHostAddress();
        var server = new GreenMail(new ServerSetup(port, loopback, ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new Mail(server);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** GreenMail itself would write two stack traces about it. */
    private static void checkFree(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.setReuseAddress(true);
        } catch (IOException e) {
            throw new PortTaken(port, e);
        }
    }
}
