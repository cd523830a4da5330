package dev.fanout.local;

import java.io.IOException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The one Jetty on the one port. */
final class HttpServer implements AutoCloseable {
    // Longer than any client keeps a connection, so that it is never we who close one under its next request.
    private static final long IDLE_MILLIS = 300_000;

    private final Server server;
    private final ServerConnector connector;

    private HttpServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    static HttpServer open(String host, int port, Handler handler) {
        var server = new Server(threads());
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(quiet()));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(handler);
        start(server, port);
        return new HttpServer(server, connector);
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(16, 2);
        threads.setName("local-aws");
        threads.setDaemon(true);
        // DynamoDB's handler blocks, and a frozen stack holds every request: neither may cost a thread.
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
        return threads;
    }

    private static HttpConfiguration quiet() {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        return http;
    }

    private static void start(Server server, int port) {
        try {
            server.start();
        } catch (IOException e) {
            throw new PortTaken(port, e);
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP front does not start", e);
        }
    }
}
