package dev.fanout.auditor.peers.network;

import java.net.URI;
import java.util.regex.Pattern;

/** Where a service listens for HTTP: a host and a port, and nothing that could lead a request elsewhere. */
public record Address(String host, int port) {
    private static final Pattern HOST = Pattern.compile("\\[[0-9a-fA-F:.]{2,45}]|[A-Za-z0-9]([A-Za-z0-9.-]{0,252})");
    private static final int LAST_PORT = 65_535;

    /** @throws IllegalArgumentException where no service can be */
    public Address {
        if (!HOST.matcher(host).matches() || port < 1 || port > LAST_PORT || isNoHost(host))
            throw new IllegalArgumentException("'%s:%d' should be host:port".formatted(host, port));
    }

    /** @throws IllegalArgumentException if the text is not host:port */
    public static Address of(String text) {
        var colon = text.lastIndexOf(':');
        if (colon < 0 || !text.substring(colon + 1).matches("\\d{1,5}"))
            throw new IllegalArgumentException("'" + text + "' should be host:port");
        return new Address(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    /** As Java's own client would refuse it. */
    private static boolean isNoHost(String host) {
        return URI.create("http://" + host).getHost() == null;
    }

    URI uri(String path) {
        return URI.create("http://" + this + path);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
