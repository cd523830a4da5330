package dev.fanout.local;

import dev.fanout.local.sns.SnsHandler;
import dev.fanout.local.sqs.ElasticMq;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** SNS, SQS, DynamoDB and SMTP in this process, until it is closed. */
public final class LocalStack implements AutoCloseable {
    private final Front front;
    private final Gate gate;
    private final Mail mail;
    private final ElasticMq sqs;
    private final DynamoDb dynamoDb;

    private LocalStack(Front front, Gate gate, Mail mail, ElasticMq sqs, DynamoDb dynamoDb) {
        this.front = front;
        this.gate = gate;
        this.mail = mail;
        this.sqs = sqs;
        this.dynamoDb = dynamoDb;
    }

    /** Returns when everything answers; throws {@link PortTaken} where something else listens. */
    public static LocalStack start(LocalStackSettings settings) {
        // The ports first: whoever has forgotten a running stack hears it at once.
        var gate = new Gate();
        var front = Front.open(settings.port(), gate);
        try {
            return start(settings, front, gate);
        } catch (RuntimeException e) {
            Closing.quietly(front);
            throw e;
        }
    }

    private static LocalStack start(LocalStackSettings settings, Front front, Gate gate) {
        var dynamoDb = async(DynamoDb::start);
        var mail = async(() -> Mail.start(settings.smtpPort()));
        var sqs = ElasticMq.start();
        var sns = new SnsHandler(sqs.queues(), InstantSource.system());
        var stack = new LocalStack(front, gate, join(mail), sqs, join(dynamoDb));
        gate.open(new Router(sns, sqs.handler(), stack.dynamoDb.handler()));
        return stack;
    }

    /** What {@code AWS_ENDPOINT_URL} is set to. */
    public URI endpoint() {
        return URI.create("http://localhost:" + front.port());
    }

    public int smtpPort() {
        return mail.port();
    }

    /** From now on every request waits, as in an outage, until {@link #thaw()}. */
    public void freeze() {
        gate.freeze();
    }

    /** Lets the waiting requests, and all that follow, go on. */
    public void thaw() {
        gate.thaw();
    }

    @Override
    public void close() {
        gate.thaw();
        List.<AutoCloseable>of(front, mail, sqs, dynamoDb).forEach(Closing::quietly);
    }

    private static <T> CompletableFuture<T> async(Supplier<T> start) {
        var result = new CompletableFuture<T>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                result.complete(start.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static <T> T join(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
