package dev.fanout.local.sqs;

import java.io.IOException;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.scaladsl.model.HttpRequest;
import org.apache.pekko.http.scaladsl.model.HttpResponse;
import org.apache.pekko.util.ByteString;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import scala.Function1;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;

/** Carries a request from Jetty to ElasticMQ and the answer back; a long poll holds no thread meanwhile. */
final class SqsHandler extends Handler.Abstract {
    private static final long WHOLE_ANSWER_MILLIS = 5_000;

    private final Function1<HttpRequest, Future<HttpResponse>> route;
    private final ActorSystem actors;

    SqsHandler(Function1<HttpRequest, Future<HttpResponse>> route, ActorSystem actors) {
        this.route = route;
        this.actors = actors;
    }

    private record Answer(HttpResponse head, HttpEntity.Strict body) {
        /** An error is an answer too. */
        boolean endsTheWait() {
            return head.status().intValue() != 200 || body.getData().utf8String().contains("\"ReceiptHandle\"");
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        var body = ByteString.fromByteBuffer(Content.Source.asByteBuffer(request));
        var target = String.valueOf(request.getHeaders().get("X-Amz-Target"));
        FifoWait.of(target, body.utf8String())
                .map(wait -> wait.ask(() -> ask(request, ByteString.fromString(wait.request())), Answer::endsTheWait))
                .orElseGet(() -> ask(request, body))
                .thenAccept(answer -> write(answer, response, callback))
                .exceptionally(failure -> {
                    Response.writeError(request, response, callback, failure);
                    return null;
                });
        return true;
    }

    private CompletionStage<Answer> ask(Request request, ByteString body) {
        return FutureConverters.asJava(route.apply(translate(request, body)))
                .thenCompose(head -> head.entity()
                        .toStrict(WHOLE_ANSWER_MILLIS, actors)
                        .thenApply(strict -> new Answer(head, strict)));
    }

    private static HttpRequest translate(Request request, ByteString body) {
        var headers = request.getHeaders().stream()
                .filter(SqsHandler::matters)
                .map(SqsHandler::header)
                .toList();
        return (HttpRequest) org.apache.pekko.http.javadsl.model.HttpRequest.create()
                .withMethod(HttpMethods.lookup(request.getMethod()).orElse(HttpMethods.POST))
                .withUri(request.getHttpURI().asString())
                .withHeaders(headers)
                .withEntity(contentType(request), body);
    }

    private static boolean matters(HttpField field) {
        return field.getLowerCaseName().startsWith("x-am");
    }

    private static org.apache.pekko.http.javadsl.model.HttpHeader header(HttpField field) {
        return RawHeader.create(field.getName(), field.getValue());
    }

    private static ContentType contentType(Request request) {
        var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type == null ? ContentTypes.NO_CONTENT_TYPE : ContentTypes.parse(type);
    }

    private static void write(Answer answer, Response response, Callback callback) {
        response.setStatus(answer.head().status().intValue());
        answer.head().getHeaders().forEach(header -> response.getHeaders().put(header.name(), header.value()));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.body().getContentType().toString());
        response.write(true, answer.body().getData().asByteBuffer(), callback);
    }
}
