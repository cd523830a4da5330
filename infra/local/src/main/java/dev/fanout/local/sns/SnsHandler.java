package dev.fanout.local.sns;

import dev.fanout.local.sns.message.Queues;
import dev.fanout.local.sns.protocol.Action;
import dev.fanout.local.sns.protocol.SnsException;
import dev.fanout.local.sns.protocol.SnsLinks;
import dev.fanout.local.sns.protocol.SnsRequest;
import dev.fanout.local.sns.protocol.Xml;
import dev.fanout.local.sns.publish.FanOut;
import dev.fanout.local.sns.publish.Notifications;
import dev.fanout.local.sns.publish.Publisher;
import dev.fanout.local.sns.registry.LazySigner;
import dev.fanout.local.sns.registry.SnsStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SNS's API over HTTP: AWS's query protocol, forms in and XML out. And the certificate, as a file. */
public final class SnsHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(SnsHandler.class);

    private final Map<String, Action> actions;
    private final LazySigner signer;

    public SnsHandler(SnsStore store, Queues queues, InstantSource clock) {
        var topics = store.topics();
        var subscriptions = store.subscriptions();
        signer = store.signer();
        var fanOut = new FanOut(subscriptions, queues, new Notifications(signer, clock));
        var publisher = new Publisher(fanOut, clock, store.keep());
        actions = new HashMap<>(new TopicActions(topics, subscriptions).table());
        actions.putAll(new TagActions(topics).table());
        actions.putAll(new SubscriptionActions(topics, subscriptions).table());
        actions.putAll(new PublishActions(topics, publisher).table());
    }

    Set<String> actions() {
        return actions.keySet();
    }

    @Override
    public boolean handle(Request http, Response response, Callback callback) throws IOException {
        if (SnsLinks.isCertificate(http)) certificate(http, response, callback);
        else answer(http, response, callback);
        return true;
    }

    private void answer(Request http, Response response, Callback callback) throws IOException {
        var requestId = UUID.randomUUID().toString();
        response.getHeaders().put("x-amzn-RequestId", requestId);
        try {
            var request = SnsRequest.read(http);
            var xml = Xml.answer(request.action(), perform(request), requestId);
            write(response, HttpStatus.OK_200, "text/xml; charset=utf-8", xml, callback);
        } catch (SnsException e) {
            write(response, e.status(), "text/xml; charset=utf-8", Xml.error(e, requestId), callback);
        }
    }

    private @Nullable String perform(SnsRequest request) {
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

    private void certificate(Request http, Response response, Callback callback) {
        var known = Request.getPathInContext(http).equals("/" + signer.get().certificateName());
        var pem = known ? signer.get().certificate() : "";
        var status = known ? HttpStatus.OK_200 : HttpStatus.NOT_FOUND_404;
        write(response, status, "application/x-pem-file", pem, callback);
    }

    private static void write(Response response, int status, String type, String text, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        Content.Sink.write(response, true, text, callback);
    }
}
