package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.jetty.server.Request;

/** AWS JSON 1.0. */
final class JsonProtocol implements Protocol {
    static final String TARGET = "X-Amz-Target";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public SqsCall read(Request request, String body) {
        var target = String.valueOf(request.getHeaders().get(TARGET));
        var action = target.substring(target.indexOf('.') + 1);
        return new SqsCall(action, object(body), Protocol.endpoint(request));
    }

    @Override
    public String contentType() {
        return "application/x-amz-json-1.0";
    }

    @Override
    public String answer(SqsCall call, ObjectNode result, String requestId) {
        // An action without a result has an empty body.
        return result.isEmpty() && QueryProtocol.hasNoResult(call.action()) ? "" : result.toString();
    }

    @Override
    public String refusal(SqsRefusal refusal, String requestId) {
        return JsonNodeFactory.instance.objectNode()
                .put("__type", refusal.type())
                .put("message", refusal.getMessage())
                .toString();
    }

    private static ObjectNode object(String body) {
        return parse(body) instanceof ObjectNode object ? object : refuse("the body is not a JSON object");
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return refuse(e.getOriginalMessage());
        }
    }

    private static ObjectNode refuse(String reason) {
        throw SqsRefusal.unreadable(reason);
    }
}
