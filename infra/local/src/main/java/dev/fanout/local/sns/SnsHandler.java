package dev.fanout.local.sns;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SNS's API over HTTP: AWS's query protocol, forms in and XML out. */
public final class SnsHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(SnsHandler.class);

    private final Map<String, Action> actions;

    public SnsHandler(SnsStore store, Queues queues, InstantSource clock) {
        var topics = store.topics();
        var subscriptions = store.subscriptions();
        var publisher = new Publisher(
                new FanOut(subscriptions, queues, new Notifications(clock)), clock, store.keep());
        actions = new HashMap<>(new TopicActions(topics, subscriptions).table());
        actions.putAll(new SubscriptionActions(topics, subscriptions).table());
        actions.putAll(new PublishActions(topics, publisher).table());
    }

    @Override
    public boolean handle(Request http, Response response, Callback callback) throws IOException {
        var requestId = UUID.randomUUID().toString();
        try {
            var request = SnsRequest.read(http);
            var xml = Xml.answer(request.action(), perform(request), requestId);
            write(response, HttpStatus.OK_200, requestId, xml, callback);
        } catch (SnsException e) {
            write(response, e.status(), requestId, Xml.error(e, requestId), callback);
        }
        return true;
    }

    private String perform(SnsRequest request) {
        var action = actions.get(request.action());
        if (action == null)
            throw SnsException.refused(
                    "InvalidAction", "The action " + request.action() + " is not valid for this endpoint.");
        try {
            return action.perform(request);
        } catch (SnsException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{} failed", request.action(), e);
            throw SnsException.internal(e.toString());
        }
    }

    private static void write(
            Response response, int status, String requestId, String xml, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/xml; charset=utf-8");
        response.getHeaders().put("x-amzn-RequestId", requestId);
        Content.Sink.write(response, true, xml, callback);
    }
}
