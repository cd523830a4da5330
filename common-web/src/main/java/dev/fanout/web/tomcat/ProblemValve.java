package dev.fanout.web.tomcat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What Tomcat refuses before our code runs (a malformed path, say) is a problem detail too, not a page. */
final class ProblemValve extends ErrorReportValve {
    private static final String PROBLEM = "{\"title\":\"%s\",\"status\":%d,\"errors\":[]}";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError()) return;
        if (response.getContentWritten() > 0 || !response.setErrorReported()) return;
        try {
            write(status, response);
        } catch (IOException _) {
            // The client is gone.
        }
    }

    private static void write(HttpStatus status, HttpServletResponse response) throws IOException {
        var problem = PROBLEM.formatted(status.getReasonPhrase(), status.value());
        var body = problem.getBytes(StandardCharsets.UTF_8);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
