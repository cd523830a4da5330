package dev.fanout.scenarios.aws;

import dev.fanout.messaging.aws.CrtShutdownHold;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The runner's own clients. They give up soon: some scenarios take AWS away. */
public final class AwsClients implements AutoCloseable {
    private static final Duration ATTEMPT = Duration.ofSeconds(3);
    private static final Duration CALL = Duration.ofSeconds(8);

    private final AwsEnvironment where;
    private final boolean once;
    private final CrtShutdownHold life = new CrtShutdownHold();
    private final SdkHttpClient http = AwsCrtHttpClient.create();
    private final SdkAsyncHttpClient asyncHttp = AwsCrtAsyncHttpClient.create();
    private final SqsAsyncClient sqs;
    private final SnsClient sns;
    private final DynamoDbClient dynamoDb;

    public AwsClients(AwsEnvironment where) {
        this(where, false);
    }

    /** Every call is made once: what the SDK repeats by itself nobody can count. */
    public static AwsClients askingOnce(AwsEnvironment where) {
        return new AwsClients(where, true);
    }

    private AwsClients(AwsEnvironment where, boolean once) {
        this.where = where;
        this.once = once;
        this.sqs = at(SqsAsyncClient.builder().httpClient(asyncHttp)).build();
        this.sns = at(SnsClient.builder().httpClient(http)).build();
        this.dynamoDb = at(DynamoDbClient.builder().httpClient(http)).build();
    }

    private <B extends AwsClientBuilder<B, C>, C> B at(B builder) {
        var settings = where.environment();
        var region = settings.get(AwsEnvironment.REGION);
        builder.endpointOverride(where.endpoint())
                .overrideConfiguration(config -> config.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL));
        if (once) builder.overrideConfiguration(builder.overrideConfiguration().copy(config ->
                config.retryStrategy(retry -> retry.maxAttempts(1))));
        if (region != null) builder.region(Region.of(region));
        where.credentials().ifPresent(builder::credentialsProvider);
        return builder;
    }

    public AwsEnvironment where() {
        return where;
    }

    public SqsAsyncClient sqs() {
        return sqs;
    }

    public SnsClient sns() {
        return sns;
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    @Override
    public String toString() {
        return where.endpoint().toString();
    }

    @Override
    public void close() {
        sqs.close();
        sns.close();
        dynamoDb.close();
        http.close();
        asyncHttp.close();
        life.close();
    }
}
