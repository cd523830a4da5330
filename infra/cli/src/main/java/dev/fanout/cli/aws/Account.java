package dev.fanout.cli.aws;

import java.time.Duration;
import java.util.function.ToIntFunction;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SNS, SQS and DynamoDB of one place. */
public record Account(Topics topics, Subscriptions subscriptions, Queues queues, Tables tables) {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    private static final Region ANY_REGION = Region.US_EAST_1;
    /** Where nobody asks who one is; letters only, since DynamoDB Local refuses others. */
    private static final AwsCredentialsProvider NOBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("fanout", "fanout"));

    /** @throws AwsFailure when it does not answer, or refuses */
    public static int use(AwsEndpoint where, ToIntFunction<Account> work) {
        try (var http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CALL_TIMEOUT).socketTimeout(CALL_TIMEOUT).build()) {
            return work.applyAsInt(at(where, http));
        } catch (AwsServiceException refused) {
            throw new AwsFailure("%s refuses: %s".formatted(where, reason(refused)));
        } catch (SdkClientException unanswered) {
            throw new AwsFailure(where.url().isPresent()
                    ? "Nothing answers at %s: start the local stack (./fanout up), or set AWS_ENDPOINT_URL (%s)"
                            .formatted(where, reason(unanswered))
                    : "AWS cannot be reached: " + reason(unanswered));
        }
    }

    /** An error's message, on one line. */
    public static String reason(SdkException error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }

    private static Account at(AwsEndpoint where, SdkHttpClient http) {
        var sns = client(SnsClient.builder(), where, http);
        return new Account(
                new Topics(sns),
                new Subscriptions(sns),
                new Queues(client(SqsClient.builder(), where, http)),
                new Tables(client(DynamoDbClient.builder(), where, http)));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, AwsEndpoint where, SdkHttpClient http) {
        builder.httpClient(http).overrideConfiguration(config -> config.apiCallTimeout(CALL_TIMEOUT.multipliedBy(2)));
        where.url().ifPresent(url -> builder.endpointOverride(url).region(region()).credentialsProvider(credentials()));
        return builder.build();
    }

    private static AwsCredentialsProvider credentials() {
        return AwsCredentialsProviderChain.of(
                SystemPropertyCredentialsProvider.create(),
                EnvironmentVariableCredentialsProvider.create(),
                ProfileCredentialsProvider.create(),
                NOBODY);
    }

    private static Region region() {
        try {
            return new AwsRegionProviderChain(new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
                    .getRegion();
        } catch (SdkClientException _) {
            return ANY_REGION;
        }
    }
}
