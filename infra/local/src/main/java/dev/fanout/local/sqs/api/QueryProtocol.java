package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.eclipse.jetty.server.Request;

/** AWS's query protocol, which older clients speak: forms in, XML out. */
final class QueryProtocol implements Protocol {
    private static final String NAMESPACE = "http://queue.amazonaws.com/doc/2012-11-05/";

    private static final Set<String> NO_RESULT = Set.of(
            "AddPermission", "ChangeMessageVisibility", "DeleteMessage", "DeleteQueue", "PurgeQueue",
            "RemovePermission", "SetQueueAttributes", "TagQueue", "UntagQueue");

    static boolean hasNoResult(String action) {
        return NO_RESULT.contains(action);
    }

    @Override
    public SqsCall read(Request request, String body) {
        var query = request.getHttpURI().getQuery();
        var form = Form.parse(query == null ? body : query + "&" + body);
        var action = form.path("Action").asText("");
        var parameters = FormReader.parameters(action, form);
        // A queue may be named by the address alone.
        var path = request.getHttpURI().getPath();
        if (!parameters.has("QueueUrl") && path != null && path.lastIndexOf('/') > 0) parameters.put("QueueUrl", path);
        return new SqsCall(action, parameters, Protocol.endpoint(request));
    }

    @Override
    public String contentType() {
        return "text/xml; charset=utf-8";
    }

    @Override
    public String answer(SqsCall call, ObjectNode result, String requestId) {
        var action = call.action();
        var inner = hasNoResult(action) ? "" : Xml.element(action + "Result", XmlAnswer.members(action, result));
        return root(action + "Response",
                inner + Xml.element("ResponseMetadata", Xml.text("RequestId", requestId)));
    }

    @Override
    public String refusal(SqsRefusal refusal, String requestId) {
        var error = Xml.text("Type", refusal.fault())
                + Xml.text("Code", refusal.queryCode())
                + Xml.text("Message", refusal.getMessage())
                + "<Detail/>";
        return root("ErrorResponse", Xml.element("Error", error) + Xml.text("RequestId", requestId));
    }

    private static String root(String name, String inner) {
        return "<?xml version=\"1.0\"?><%s xmlns=\"%s\">%s</%1$s>".formatted(name, NAMESPACE, inner);
    }
}
