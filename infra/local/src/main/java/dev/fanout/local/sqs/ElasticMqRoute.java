package dev.fanout.local.sqs;

import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.scaladsl.model.HttpRequest;
import org.apache.pekko.http.scaladsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.server.RequestContext;
import org.apache.pekko.http.scaladsl.server.RouteResult;
import org.apache.pekko.http.scaladsl.server.RouteResult$;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.util.ByteString;
import org.elasticmq.Limits;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.rest.sqs.AutoCreateQueuesConfig;
import org.elasticmq.rest.sqs.ElasticMQConfig;
import org.elasticmq.rest.sqs.QueueURLModule;
import org.elasticmq.rest.sqs.SQSRestServerBuilder$;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.rest.sqs.XmlNsVersion;
import org.elasticmq.rest.sqs.XmlNsVersion$;
import scala.Function1;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;

/**
 * ElasticMQ's HTTP interface without HTTP. Its builder would bind a socket of its own, which every call
 * would have to cross behind ours, and has no door around that; so this makes one by reflection. It fits
 * ElasticMQ 1.7, and where it does not fit it fails at start, not later.
 */
final class ElasticMqRoute {
    private static final ContentType JSON = ContentTypes.parse("application/x-amz-json-1.0");
    private static final String PARTS = "org.elasticmq.rest.sqs.TheSQSRestServerBuilder$$anon$1";

    // What the builder's routes are made from.
    private static final List<Class<?>> ROUTE_NEEDS =
            List.of(QueueURLModule.class, ElasticMQConfig.class, XmlNsVersion.class);

    private static final Duration WHOLE_ANSWER = Duration.ofSeconds(5);

    private final Function1<HttpRequest, Future<HttpResponse>> route;
    private final ActorSystem actors;

    private ElasticMqRoute(Function1<HttpRequest, Future<HttpResponse>> route, ActorSystem actors) {
        this.route = route;
        this.actors = actors;
    }

    static ElasticMqRoute to(ActorRef manager, ActorSystem actors) {
        try {
            var route = route(parts(actors, manager));
            return new ElasticMqRoute(RouteResult$.MODULE$.routeToFunction(route, actors), actors);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of ElasticMQ is built differently", e);
        }
    }

    record Answer(int status, String body) {}

    Answer call(URI endpoint, String action, String json) {
        var request = (HttpRequest) org.apache.pekko.http.javadsl.model.HttpRequest.POST(endpoint.toString())
                .addHeader(RawHeader.create("X-Amz-Target", "AmazonSQS." + action))
                .withEntity(JSON, ByteString.fromString(json));
        return FutureConverters.asJava(route.apply(request))
                .thenCompose(head -> head.entity()
                        .toStrict(WHOLE_ANSWER.toMillis(), actors)
                        .thenApply(body -> new Answer(head.status().intValue(), body.getData().utf8String())))
                .toCompletableFuture()
                .join();
    }

    @SuppressWarnings("unchecked")
    private static Function1<RequestContext, Future<RouteResult>> route(Object parts)
            throws ReflectiveOperationException {
        Method route = Arrays.stream(TheSQSRestServerBuilder.class.getDeclaredMethods())
                .filter(method -> ROUTE_NEEDS.equals(List.of(method.getParameterTypes())))
                .findFirst()
                .orElseThrow(NoSuchMethodException::new);
        var latestNamespace = XmlNsVersion$.MODULE$.apply();
        return (Function1<RequestContext, Future<RouteResult>>)
                route.invoke(null, parts, new ElasticMQConfig(), latestNamespace);
    }

    private static Object parts(ActorSystem actors, ActorRef manager) throws ReflectiveOperationException {
        // "*": a queue's URL begins with what the client itself called us.
        var asTheClientSeesIt = new AtomicReference<>(new NodeAddress("http", "*", 0, ""));
        return Class.forName(PARTS)
                .getConstructor(
                        TheSQSRestServerBuilder.class,
                        AtomicReference.class,
                        ActorSystem.class,
                        Materializer.class,
                        ActorRef.class,
                        Limits.class,
                        AutoCreateQueuesConfig.class)
                .newInstance(
                        SQSRestServerBuilder$.MODULE$.withAWSRegion("us-east-1"),
                        asTheClientSeesIt,
                        actors,
                        Materializer.createMaterializer(actors),
                        manager,
                        StrictSQSLimits$.MODULE$,
                        AutoCreateQueuesConfig.disabled());
    }
}
