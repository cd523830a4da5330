package dev.fanout.local;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers only requests that are meant for this machine. There are no permissions here, and a web page from elsewhere
 * whose name was made to point to loopback (DNS rebinding) would else reach every queue.
 */
final class AllowedHosts extends Handler.Wrapper {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String BELOW_LOCALHOST = ".localhost";
    private static final String REFUSED = """
            {"__type":"MisdirectedRequest","message":"The Host of this request is no name of this machine; start with \
            --allow-host NAME where it is one"}""";

    private final Set<String> more;

    /** @param more names beyond those of loopback; {@code *} allows all */
    AllowedHosts(Set<String> more, Handler behind) {
        super(behind);
        this.more = more;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (isAllowed(request.getHeaders().get(HttpHeader.HOST))) return super.handle(request, response, callback);
        response.setStatus(HttpStatus.MISDIRECTED_REQUEST_421);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        Content.Sink.write(response, true, REFUSED, callback);
        return true;
    }

    private boolean isAllowed(@Nullable String header) {
        // Without one it is HTTP/1.0, which no browser speaks: a probe, say.
        if (header == null || more.contains("*")) return true;
        var host = header.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "").replaceFirst("\\.$", "");
        return LOOPBACK.contains(host) || host.endsWith(BELOW_LOCALHOST) || more.contains(host);
    }
}
