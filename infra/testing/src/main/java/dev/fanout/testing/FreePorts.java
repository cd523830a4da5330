package dev.fanout.testing;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that start later than their port must be known. Between a look and the bind nobody takes them: what
 * systems hand out by themselves, to connections and to port 0, is above these, and other tests see the claim, which is
 * the UDP port of the same number.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int COUNT = 12_000;
    private static final AtomicInteger NEXT = new AtomicInteger((int) (ProcessHandle.current().pid() * 101 % COUNT));
    /** Held until this JVM ends. */
    private static final List<DatagramSocket> CLAIMS = new CopyOnWriteArrayList<>();

    private FreePorts() {}

    /** One that nothing listens at, and that no other test gets. */
    public static int next() {
        for (int i = 0; i < COUNT; i++) {
            var port = FIRST + NEXT.getAndIncrement() % COUNT;
            if (isClaimed(port) && isFree(port)) return port;
        }
        throw new IllegalStateException("no port from %d on is free".formatted(FIRST));
    }

    private static boolean isClaimed(int port) {
        try {
            return CLAIMS.add(new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
