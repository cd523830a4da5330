package dev.fanout.messaging.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class TopologyStartTest {
    private static final RuntimeException SLOW = ApiCallTimeoutException.create(12_000);
    private static final RuntimeException NOBODY_THERE =
            new CompletionException(SdkClientException.create("refused", new IOException("refused")));

    @Test
    void an_aws_that_does_not_answer_yet_is_asked_again() {
        var failures = new ArrayDeque<>(List.of(SLOW, NOBODY_THERE));
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
