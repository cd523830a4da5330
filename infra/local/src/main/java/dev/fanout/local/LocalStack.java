package dev.fanout.local;

import dev.fanout.local.data.DataFolder;
import dev.fanout.local.data.UnusableData;
import dev.fanout.local.sns.SnsHandler;
import dev.fanout.local.sns.registry.SnsStore;
import dev.fanout.local.sqs.ElasticMq;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** SNS, SQS, DynamoDB and SMTP in this process, until it is closed. */
public final class LocalStack implements AutoCloseable {
    private final HttpServer server;
    private final RequestGate gate;
    private final Mail mail;
    private final ElasticMq sqs;
    private final SnsStore topics;
    private final DynamoDb dynamoDb;
    private final @Nullable DataFolder folder;

    private LocalStack(
            HttpServer server, RequestGate gate, Mail mail, ElasticMq sqs, SnsStore topics, DynamoDb dynamoDb,
            @Nullable DataFolder folder) {
        this.server = server;
        this.gate = gate;
        this.mail = mail;
        this.sqs = sqs;
        this.topics = topics;
        this.dynamoDb = dynamoDb;
        this.folder = folder;
    }

    /**
     * Returns when everything answers; throws {@link PortTaken} where something else listens, and
     * {@link UnusableData} where the data folder is not for us.
     */
    public static LocalStack start(LocalStackSettings settings) {
        // The ports first: whoever has forgotten a running stack hears it at once.
        var gate = new RequestGate();
        var server = HttpServer.open(settings.host(), settings.port(), new AllowedHosts(settings.allowedHosts(), gate));
        try {
            return start(settings, server, gate);
        } catch (RuntimeException e) {
            CloseInOrder.quietly(server);
            throw e;
        }
    }

    private static LocalStack start(LocalStackSettings settings, HttpServer server, RequestGate gate) {
        var folder = settings.data() == null ? null : DataFolder.open(settings.data());
        try {
            return start(settings, server, gate, folder);
        } catch (RuntimeException e) {
            if (folder != null) CloseInOrder.quietly(folder);
            throw e;
        }
    }

    private static LocalStack start(
            LocalStackSettings settings, HttpServer server, RequestGate gate, @Nullable DataFolder folder) {
        var clock = InstantSource.system();
        var dynamoDb = async(() -> DynamoDb.start(folder));
        var mail = async(() -> Mail.start(settings.host(), settings.smtpPort(), folder));
        var topics = SnsStore.open(folder, clock);
        var sqs = ElasticMq.start(folder, clock);
        var sns = new SnsHandler(topics, sqs.queues(), clock);
        var stack = new LocalStack(server, gate, join(mail), sqs, topics, join(dynamoDb), folder);
        gate.open(new Router(sns, sqs.handler(), stack.dynamoDb.handler(), stack.found()));
        return stack;
    }

    /** What was in the data folder; null without one. */
    public @Nullable FoundData found() {
        if (folder == null) return null;
        return new FoundData(
                topics.foundTopics(),
                sqs.foundQueues(),
                sqs.foundMessages(),
                dynamoDb.foundTables(),
                mail.found());
    }

    /** What {@code AWS_ENDPOINT_URL} is set to. */
    public URI endpoint() {
        return URI.create("http://localhost:" + server.port());
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
        List.<AutoCloseable>of(server, mail, sqs, topics, dynamoDb).forEach(CloseInOrder::quietly);
        // Last, because another stack may have the folder from then on.
        if (folder != null) CloseInOrder.quietly(folder);
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
