package dev.fanout.testing;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The AWS that this JVM's tests run against: an embedded local stack, started at first use, or the endpoint
 * that the system property {@code fanout.aws.endpoint} names. From then on every AWS client of this JVM finds
 * it by itself.
 */
public final class FanoutStack {
    private final Aws aws;
    private final Lazy<DynamoDbClient> dynamoDb;
    private final Lazy<SqsClient> sqs;
    private final Lazy<SnsClient> sns;

    private FanoutStack(Aws aws) {
        this.aws = aws;
        var http = new Lazy<>(AwsCrtHttpClient::create);
        dynamoDb = new Lazy<>(() -> DynamoDbClient.builder().httpClient(http.get()).build());
        sqs = new Lazy<>(() -> SqsClient.builder().httpClient(http.get()).build());
        sns = new Lazy<>(() -> SnsClient.builder().httpClient(http.get()).build());
    }

    /** The one of this JVM. */
    public static FanoutStack get() {
        return OfThisJvm.STACK;
    }

    public URI endpoint() {
        return aws.endpoint();
    }

    public int smtpPort() {
        return aws.smtpPort();
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb.get();
    }

    public SqsClient sqs() {
        return sqs.get();
    }

    public SnsClient sns() {
        return sns.get();
    }

    /** Begins the names of everything that one test makes: {@code t3f9a01-}. */
    public String uniquePrefix() {
        return "t%06x-".formatted(ThreadLocalRandom.current().nextInt(1 << 24));
    }

    /** What an application needs to be told to run here under a prefix; for a second instance of it, say. */
    public Map<String, Object> properties(String prefix) {
        return Map.of("fanout.provision", "true", "fanout.prefix", prefix, "server.port", "0");
    }

    /** An outage: from now on no request is answered, until {@link #thaw()}. */
    public void freeze() {
        aws.embedded().freeze();
    }

    /** Ends the outage; what waited is answered now. */
    public void thaw() {
        aws.embedded().thaw();
    }

    private static final class OfThisJvm {
        static final FanoutStack STACK = new FanoutStack(Aws.find());
    }
}
