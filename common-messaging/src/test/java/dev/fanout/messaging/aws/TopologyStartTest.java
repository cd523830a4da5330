package dev.fanout.messaging.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fanout.testing.FreePorts;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.crt.http.HttpException;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class TopologyStartTest {
    private static final RuntimeException SLOW = ApiCallTimeoutException.create(12_000);

    /** AWS_IO_SOCKET_NO_ROUTE_TO_HOST, as of a container that is gone: the SDK hands it on as it is. */
    private static final RuntimeException NO_ROUTE = new HttpException(1049);

    @Test
    void an_aws_that_does_not_answer_yet_is_asked_again() {
        var failures = new ArrayDeque<>(
                List.of(SLOW, NO_ROUTE, whatDynamoDbSaysOfAClosedPort(), whatSqsSaysOfAClosedPort()));
        var start = start(failures, Duration.ofMinutes(5));

        start.start();

        assertThat(start.isRunning()).isTrue();
        assertThat(failures).isEmpty();
    }

    @Test
    void not_for_ever() {
        var start = start(new ArrayDeque<>(List.of(SLOW)), Duration.ZERO);

        assertThatThrownBy(start::start).isSameAs(SLOW);
        assertThat(start.isRunning()).isFalse();
    }

    @Test
    void what_aws_answers_and_what_keeps_us_from_asking_ends_the_start_at_once() {
        var refusal = DynamoDbException.builder().message("not allowed").build();
        var noCredentials = SdkClientException.create("no credentials");
        for (var failure : List.of(refusal, noCredentials)) {
            var start = start(new ArrayDeque<>(List.of(failure)), Duration.ofMinutes(5));
            assertThatThrownBy(start::start).isSameAs(failure);
        }
    }

    private static RuntimeException whatDynamoDbSaysOfAClosedPort() {
        try (var http = AwsCrtHttpClient.create();
                var dynamoDb = closed(DynamoDbClient.builder()).httpClient(http).build()) {
            return catchThrowableOfType(RuntimeException.class, dynamoDb::listTables);
        }
    }

    private static RuntimeException whatSqsSaysOfAClosedPort() {
        try (var http = AwsCrtAsyncHttpClient.create();
                var sqs = closed(SqsAsyncClient.builder()).httpClient(http).build()) {
            return catchThrowableOfType(RuntimeException.class, () -> sqs.listQueues().join());
        }
    }

    private static <B extends AwsClientBuilder<B, ?>> B closed(B builder) {
        return builder.endpointOverride(URI.create("http://localhost:" + FreePorts.next()))
                .region(Region.US_EAST_1)
                .credentialsProvider(() -> AwsBasicCredentials.create("any", "any"));
    }

    private static TopologyStart start(Queue<RuntimeException> failures, Duration patience) {
        return new TopologyStart(
                () -> {
                    var failure = failures.poll();
                    if (failure != null) throw failure;
                },
                patience,
                Duration.ZERO);
    }
}
