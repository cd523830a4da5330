package dev.fanout.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What Tomcat refuses before any of our code runs (a malformed path, say) is a problem detail, too, not a page. */
final class ProblemValve extends ErrorReportValve {
    private static final String PROBLEM =
            """
            {"type":"about:blank","title":"%s","status":%d,"detail":"The request is not valid HTTP","errors":[]}
            """
                    .strip();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported())
            return;
        try {
            write(status, response);
        } catch (IOException _) {
            // The client is gone.
        }
    }

    private static void write(HttpStatus status, HttpServletResponse response) throws IOException {
        var detail = status.is4xxClientError() ? PROBLEM : PROBLEM.replace("The request is not valid HTTP", "");
        var body = detail.formatted(status.getReasonPhrase(), status.value()).getBytes(StandardCharsets.UTF_8);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
