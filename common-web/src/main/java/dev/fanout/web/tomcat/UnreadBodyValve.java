package dev.fanout.web.tomcat;

import dev.fanout.web.request.UnreadBody;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Tomcat reads what is left of a body, without an end in time; here it closes the connection instead. */
final class UnreadBodyValve extends ValveBase {
    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (UnreadBody.isLeft(request)) request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
}
