package dev.fanout.messaging.aws;

import io.awspring.cloud.autoconfigure.AwsAsyncClientCustomizer;
import io.awspring.cloud.autoconfigure.AwsSyncClientCustomizer;
import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The SDK clients: one transport, short timeouts, every call counted. */
@AutoConfiguration(beforeName = "io.awspring.cloud.autoconfigure.sqs.SqsAutoConfiguration")
@EnableConfigurationProperties({AwsSettings.class, Naming.class})
class AwsClientsAutoConfiguration {
    // The CRT transport took the least CPU per message of all that were measured: docs/adr/0005.

    @Bean
    CrtShutdownHold transportLife() {
        return new CrtShutdownHold();
    }

    /** @param life is needed first, so it ends last */
    @Bean
    SdkHttpClient blockingTransport(AwsSettings settings, CrtShutdownHold life) {
        return AwsCrtHttpClient.builder().maxConcurrency(settings.maxConnections()).build();
    }

    /** @param life is needed first, so it ends last */
    @Bean
    SdkAsyncHttpClient asyncTransport(AwsSettings settings, CrtShutdownHold life) {
        return AwsCrtAsyncHttpClient.builder().maxConcurrency(settings.maxConnections()).build();
    }

    @Bean
    CallMetrics callMetrics(MeterRegistry meters) {
        return new CallMetrics(meters);
    }

    @Bean
    AwsSyncClientCustomizer blockingClients(SdkHttpClient blockingTransport, AwsSettings settings,
            List<ExecutionInterceptor> watchers) {
        return builder -> {
            builder.httpClient(blockingTransport);
            if (builder instanceof AwsClientBuilder<?, ?> client) bound(client, settings, watchers);
        };
    }

    @Bean
    AwsAsyncClientCustomizer asyncClients(SdkAsyncHttpClient asyncTransport, AwsSettings settings,
            List<ExecutionInterceptor> watchers) {
        return builder -> {
            builder.httpClient(asyncTransport);
            if (builder instanceof AwsClientBuilder<?, ?> client) bound(client, settings, watchers);
        };
    }

    @Bean
    DynamoDbClient dynamoDbClient(
            AwsClientBuilderConfigurer aws, SdkHttpClient blockingTransport, AwsSettings settings,
            List<ExecutionInterceptor> watchers) {
        var builder = aws.configure(DynamoDbClient.builder()).httpClient(blockingTransport);
        bound(builder, settings, watchers);
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    private static void bound(AwsClientBuilder<?, ?> client, AwsSettings settings,
            List<ExecutionInterceptor> watchers) {
        client.overrideConfiguration(config -> config.apiCallAttemptTimeout(settings.attemptTimeout())
                .apiCallTimeout(settings.callTimeout())
                .executionInterceptors(watchers));
    }
}
