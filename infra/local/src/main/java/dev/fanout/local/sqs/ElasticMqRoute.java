package dev.fanout.local.sqs;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.http.scaladsl.model.HttpRequest;
import org.apache.pekko.http.scaladsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.server.RequestContext;
import org.apache.pekko.http.scaladsl.server.RouteResult;
import org.apache.pekko.http.scaladsl.server.RouteResult$;
import org.apache.pekko.stream.Materializer;
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

/**
 * ElasticMQ's HTTP interface as a function. Its builder would bind a socket of its own, which every call
 * would have to cross behind ours, and has no door around that; so this makes one by reflection. It fits
 * ElasticMQ 1.7, and where it does not fit it fails at start, not later.
 */
final class ElasticMqRoute {
    private static final String PARTS = "org.elasticmq.rest.sqs.TheSQSRestServerBuilder$$anon$1";

    // What the builder's routes are made from.
    private static final List<Class<?>> ROUTE_NEEDS =
            List.of(QueueURLModule.class, ElasticMQConfig.class, XmlNsVersion.class);

    private ElasticMqRoute() {}

    static Function1<HttpRequest, Future<HttpResponse>> function(ActorSystem actors, ActorRef manager) {
        try {
            return RouteResult$.MODULE$.routeToFunction(route(parts(actors, manager)), actors);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of ElasticMQ is built differently", e);
        }
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
