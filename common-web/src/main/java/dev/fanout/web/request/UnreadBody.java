package dev.fanout.web.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/**
 * What is left of a body that was refused. A connection that is reset while the client still sends would cost it the
 * answer, so as much is read as comes soon; what comes later is not waited for.
 */
public final class UnreadBody {
    private static final String LEFT = UnreadBody.class.getName();
    private static final long MOST = 16 << 20;
    private static final int BUFFER = 8 << 10;

    private UnreadBody() {}

    /** The connection is closed after the answer, whatever still comes. */
    static void leave(HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(LEFT, true);
        response.setHeader(HttpHeaders.CONNECTION, "close");
    }

    /** Whether something may be left that nobody shall read. */
    public static boolean isLeft(HttpServletRequest request) {
        return request.getAttribute(LEFT) != null;
    }

    static void drop(HttpServletRequest request, BodyPace pace) {
        // It waits to be told that it may send (RFC 9110, section 10.1.1), and is told that it may not.
        if (request.getHeader(HttpHeaders.EXPECT) != null) return;
        var started = System.nanoTime();
        var buffer = new byte[BUFFER];
        try {
            var in = request.getInputStream();
            long dropped = 0;
            for (int read = 0; read >= 0 && dropped < MOST; read = in.read(buffer)) {
                dropped += read;
                if (pace.isTooSlow(dropped, Duration.ofNanos(System.nanoTime() - started))) return;
            }
        } catch (IOException _) {
            // It is gone, or too slow: nothing more is to come.
        }
    }
}
