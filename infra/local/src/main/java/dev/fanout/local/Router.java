package dev.fanout.local;

import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Sends each request to the service that it is for, and answers the health checks. */
final class Router extends Handler.Abstract {
    // The second is where LocalStack has it, and where tools look.
    private static final Set<String> HEALTH = Set.of("/health", "/_localstack/health");

    private final Map<AwsService, Handler> services;
    private final String health;

    /** @param found null without a data folder */
    Router(Handler sns, Handler sqs, Handler dynamoDb, @Nullable FoundData found) {
        health = Health.of(found);
        services = Map.of(AwsService.SNS, sns, AwsService.SQS, sqs, AwsService.DYNAMODB, dynamoDb);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var service = services.get(AwsService.of(request));
        if (service != null) return service.handle(request, response, callback);
        if (HEALTH.contains(Request.getPathInContext(request)))
            return answer(response, callback, HttpStatus.OK_200, health);
        return unknown(response, callback);
    }

    private static boolean unknown(Response response, Callback callback) {
        return answer(response, callback, HttpStatus.BAD_REQUEST_400, """
                {"__type":"UnrecognizedClientException","message":"Only signed requests to sns, sqs and \
                dynamodb are answered here: set credentials (any) and a region in the client"}""");
    }

    private static boolean answer(Response response, Callback callback, int status, String json) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        Content.Sink.write(response, true, json, callback);
        return true;
    }
}
