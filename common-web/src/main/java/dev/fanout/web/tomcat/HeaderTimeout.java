package dev.fanout.web.tomcat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP/1.1 whose headers must come in time. Tomcat's own timeouts begin anew with every byte, so that a request line
 * can take hours; here a connection whose headers are not there in time is closed.
 */
public final class HeaderTimeout extends Http11NioProtocol {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private volatile Duration limit = Duration.ofSeconds(10);

    /** Tomcat makes it by its name. */
    public HeaderTimeout() {}

    void setLimit(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void start() throws Exception {
        super.start();
        getUtilityExecutor().scheduleWithFixedDelay(
                this::closeSlow, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void closeSlow() {
        for (var connection : getEndpoint().getConnections()) if (isTooSlow(connection)) connection.close();
    }

    /** A connection keeps its processor only while it waits for the rest of a request's headers, or is asynchronous. */
    private boolean isTooSlow(SocketWrapperBase<?> connection) {
        if (!(connection.getCurrentProcessor() instanceof Http11Processor processor)) return false;
        if (processor.isAsync()) return false;
        var began = processor.getRequest().getStartTimeNanos();
        return began >= 0 && System.nanoTime() - began > limit.toNanos();
    }
}
