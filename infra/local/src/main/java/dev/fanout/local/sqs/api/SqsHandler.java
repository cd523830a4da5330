package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** SQS's API over HTTP. A long poll waits in here: requests run on virtual threads. */
public final class SqsHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(SqsHandler.class);

    private final Sqs sqs;

    public SqsHandler(Sqs sqs) {
        this.sqs = sqs;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        var body = Content.Source.asString(request, StandardCharsets.UTF_8);
        var protocol = Protocol.of(request);
        var requestId = UUID.randomUUID().toString();
        response.getHeaders().put("x-amzn-RequestId", requestId);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, protocol.contentType());
        Content.Sink.write(response, true, answer(protocol, request, body, requestId, response), callback);
        return true;
    }

    private String answer(Protocol protocol, Request request, String body, String requestId, Response response) {
        try {
            var call = protocol.read(request, body);
            var answer = protocol.answer(call, perform(call), requestId);
            response.setStatus(HttpStatus.OK_200);
            return answer;
        } catch (SqsRefusal refusal) {
            response.setStatus(refusal.status());
            response.getHeaders().put("x-amzn-query-error", refusal.queryCode() + ";" + refusal.fault());
            return protocol.refusal(refusal, requestId);
        }
    }

    private ObjectNode perform(SqsCall call) {
        try {
            return sqs.call(call);
        } catch (SqsRefusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            LOG.error("{} failed", call.action(), e);
            throw SqsRefusal.internal(e.toString());
        }
    }
}
