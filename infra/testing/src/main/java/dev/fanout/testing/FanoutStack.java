package dev.fanout.testing;

import dev.fanout.local.LocalStack;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The AWS that this JVM's tests run against: an embedded local stack, started at first use; LocalStack in a container
 * with {@code -Dfanout.aws=localstack}; or the one at {@code -Dfanout.aws.endpoint=URL}. From then on every AWS client
 * of this JVM finds it by itself. A test that uses it is annotated with {@link Needs} or {@link OnFanoutStack}.
 *
 * <p>It may be shared with others, so tests touch what carries a prefix of their own and nothing else.
 */
public final class FanoutStack {
    private final Aws.Found aws;
    private final Set<String> prefixes = ConcurrentHashMap.newKeySet();
    private final Lazy<DynamoDbClient> dynamoDb;
    private final Lazy<SqsClient> sqs;
    private final Lazy<SnsClient> sns;

    private FanoutStack(Aws.Found aws) {
        this.aws = aws;
        var http = new Lazy<>(AwsCrtHttpClient::create);
        dynamoDb = new Lazy<>(() -> DynamoDbClient.builder().httpClient(http.get()).build());
        sqs = new Lazy<>(() -> SqsClient.builder().httpClient(http.get()).build());
        sns = new Lazy<>(() -> SnsClient.builder().httpClient(http.get()).build());
    }

    /** The one of this JVM. */
    public static FanoutStack get() {
        return OfThisJvm.STACK.get();
    }

    /** The one of this JVM, if any test has asked for it. */
    static Optional<FanoutStack> ifUsed() {
        return OfThisJvm.STACK.ifMade();
    }

    public URI endpoint() {
        return aws.endpoint();
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

    /** Begins the names of everything that one test makes: {@code t3f9a01c7-}. What it makes is deleted in the end. */
    public String uniquePrefix() {
        var prefix = "t%08x-".formatted(ThreadLocalRandom.current().nextInt());
        prefixes.add(prefix);
        return prefix;
    }

    /** Deletes what the tests have made, where it would stay when this JVM has ended. */
    void leaveNothing() {
        if (aws.stack().isEmpty()) new Leftovers(this, prefixes).delete();
    }

    /** What an application needs to be told to run here under a prefix; for a second instance of it, say. */
    public Map<String, Object> properties(String prefix) {
        return Map.of("fanout.provision", "true", "fanout.prefix", prefix, "server.port", "0");
    }

    /** An outage, where {@link Capability#OUTAGE} is: no request is answered, until {@link #thaw()}. */
    public void freeze() {
        aws.stack().orElseThrow().freeze();
    }

    /** Ends the outage, if there is one; what waited is answered now. */
    public void thaw() {
        aws.stack().ifPresent(LocalStack::thaw);
    }

    private static final class OfThisJvm {
        static final Lazy<FanoutStack> STACK = new Lazy<>(() -> new FanoutStack(AwsOfThisJvm.get()));
    }
}
