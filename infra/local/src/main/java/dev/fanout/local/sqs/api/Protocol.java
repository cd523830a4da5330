package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import org.eclipse.jetty.server.Request;

/** How calls and answers are written. */
sealed interface Protocol permits JsonProtocol, QueryProtocol {
    /** Today's clients send their target in a header; older ones send forms. */
    static Protocol of(Request request) {
        return request.getHeaders().contains(JsonProtocol.TARGET) ? new JsonProtocol() : new QueryProtocol();
    }

    SqsCall read(Request request, String body);

    String contentType();

    String answer(SqsCall call, ObjectNode result, String requestId);

    String refusal(SqsRefusal refusal, String requestId);

    static URI endpoint(Request request) {
        return request.getHttpURI().toURI().resolve("/");
    }
}
