package dev.fanout.local.sqs;

import dev.fanout.local.data.Journal;
import java.util.regex.Pattern;
import org.apache.pekko.http.scaladsl.model.HttpEntity;
import org.apache.pekko.http.scaladsl.model.HttpRequest;
import org.apache.pekko.http.scaladsl.model.HttpResponse;
import scala.Function1;
import scala.concurrent.Future;

/** ElasticMQ tells of everything but a purge. Without this, a restart would bring purged messages back. */
final class Purges {
    private static final String TARGET = "AmazonSQS.PurgeQueue";
    private static final String ACTION = "Action=PurgeQueue";

    // "QueueUrl": "http://localhost/0/name" in JSON, QueueUrl=http%3A%2F%2Flocalhost%2F0%2Fname in a form
    private static final Pattern QUEUE =
            Pattern.compile("QueueUrl\"?\\s*[:=]\\s*\"?[^\"&]*(?:/|%2F)([A-Za-z0-9_.-]+)");

    private Purges() {}

    /** Written down first: what comes in between may be purged or not, on AWS as well, but is never lost. */
    static Function1<HttpRequest, Future<HttpResponse>> kept(
            Function1<HttpRequest, Future<HttpResponse>> route, Journal<QueueEntry> journal) {
        return request -> {
            if (request.entity() instanceof HttpEntity.Strict body) {
                var text = body.data().utf8String();
                var queue = QUEUE.matcher(text);
                if (purge(request, text) && queue.find()) journal.append(new QueueEntry.Purged(queue.group(1)));
            }
            return route.apply(request);
        };
    }

    private static boolean purge(HttpRequest request, String body) {
        var target = request.getHeader("x-amz-target");
        return target.map(header -> header.value().equals(TARGET)).orElseGet(() -> body.contains(ACTION));
    }
}
