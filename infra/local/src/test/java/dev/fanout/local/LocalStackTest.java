package dev.fanout.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import software.amazon.awssdk.services.sqs.SqsClient;

class LocalStackTest {
    @Test
    void its_health_is_where_tools_look() {
        for (var path : new String[] {"/health", "/_localstack/health"}) {
            var answer = Aws.get(Aws.endpoint().resolve(path));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"sns\":\"running\"");
        }
    }

    @Test
    void a_request_for_nobody_is_told_what_is_missing() {
        var answer = Aws.get(Aws.endpoint());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("credentials");
    }

    @Test
    void two_stacks_know_nothing_of_each_other_and_a_closed_one_is_gone() throws Exception {
        try (var other = LocalStack.start(LocalStackSettings.ANY_FREE_PORTS)) {
            assertThat(other.smtpPort()).isPositive();
            var queue = Aws.unique("only-here");
            try (var sqs = Aws.client(SqsClient.builder(), other.endpoint())) {
                sqs.createQueue(q -> q.queueName(queue));
            }
            assertThat(Aws.SQS.listQueues(q -> q.queueNamePrefix(queue)).queueUrls()).isEmpty();
        }
    }

    @Test
    void a_taken_port_is_named() {
        var taken = new LocalStackSettings(Aws.endpoint().getPort(), 0);
        assertThatExceptionOfType(PortTaken.class)
                .isThrownBy(() -> LocalStack.start(taken))
                .satisfies(e -> assertThat(e.port()).isEqualTo(taken.port()));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "127.0.0.2 is an address of every machine on Linux only")
    void on_all_addresses_only_when_it_is_told_to_and_then_it_names_queues_as_it_was_called() throws Exception {
        var address = "127.0.0.2";
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(address, Aws.endpoint().getPort()).close());
        try (var stack = LocalStack.start(LocalStackSettings.ANY_FREE_PORTS.at("0.0.0.0").allowing(Set.of(address)));
                var sqs = Aws.client(SqsClient.builder(), endpoint(address, stack.endpoint().getPort()));
                var smtp = new Socket(address, stack.smtpPort())) {
            assertThat(smtp.getInputStream().readNBytes(3)).asString().isEqualTo("220");
            assertThat(sqs.createQueue(queue -> queue.queueName("called")).queueUrl())
                    .startsWith(endpoint(address, stack.endpoint().getPort()).toString());
        }
    }

    @Test
    void frozen_it_answers_nobody_and_thawed_it_answers_everybody() throws Exception {
        try (var stack = LocalStack.start(LocalStackSettings.ANY_FREE_PORTS)) {
            stack.freeze();
            var answers = CompletableFuture.supplyAsync(() -> health(stack))
                    .thenCombine(CompletableFuture.supplyAsync(() -> health(stack)), Integer::sum);
            assertThat(answers).isNotDone();
            stack.thaw();
            Awaitility.await().untilAsserted(() -> assertThat(answers).isCompletedWithValue(400));
        }
    }

    @Test
    void mail_is_taken_on_loopback() throws Exception {
        try (var stack = LocalStack.start(LocalStackSettings.ANY_FREE_PORTS);
                var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", stack.smtpPort()));
            assertThat(socket.getInputStream().readNBytes(3)).asString().isEqualTo("220");
        }
    }

    private static URI endpoint(String host, int port) {
        return URI.create("http://%s:%d".formatted(host, port));
    }

    private static int health(LocalStack stack) {
        return Aws.get(stack.endpoint().resolve("/health")).statusCode();
    }
}
