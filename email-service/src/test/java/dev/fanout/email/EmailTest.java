package dev.fanout.email;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.fanout.events.OrderCreated;
import dev.fanout.events.OrderLine;
import dev.fanout.events.OrderStatus;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.StateStore;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.FreePorts;
import dev.fanout.testing.Needs;
import dev.fanout.testing.TestPublisher;
import dev.fanout.topology.Fanout;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** From the topic to a real mail server, which comes, goes and refuses. */
@Needs
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmailTest {
    private final FanoutStack stack = FanoutStack.get();
    private final String prefix = stack.uniquePrefix();
    private final int smtpPort = FreePorts.next();
    private final ConfigurableApplicationContext email = start();
    private final TestPublisher publisher = new TestPublisher(prefix);

    private GreenMail server = server();
    private double retriedBefore;

    @BeforeEach
    void another_server() {
        server = server();
        retriedBefore = outcome("retried");
    }

    @AfterEach
    void stop_the_server() {
        server.stop();
    }

    @AfterAll
    void stop() {
        email.close();
    }

    /** It comes when a test starts it. */
    private GreenMail server() {
        return new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Test
    void what_was_mailed_about_an_order_is_paged_and_a_limit_has_a_most() {
        for (int version = 1; version <= 5; version++) {
            var key = new Key<>(Fanout.EMAILS, SentMail.partition("o"), "%019d".formatted(version), SentMail.class);
            var mail = new SentMail(UUID.randomUUID(), "o", version, "somebody", "subject", "id", Instant.EPOCH);
            email.getBean(StateStore.class).put(key, mail);
        }
        var versions = new ArrayList<Integer>();
        var page = JsonMapper.shared().readTree(get("/emails?order_id=o&limit=2"));
        while (page.has("next")) {
            page.path("emails").forEach(mail -> versions.add(mail.path("version").asInt()));
            page = JsonMapper.shared().readTree(
                    get("/emails?order_id=o&limit=2&after=" + page.path("next").asString()));
        }
        page.path("emails").forEach(mail -> versions.add(mail.path("version").asInt()));
        assertThat(versions).containsExactly(1, 2, 3, 4, 5);
        for (var wrong : List.of("limit=0", "limit=1001", "after=x"))
            assertThatThrownBy(() -> get("/emails?order_id=o&" + wrong))
                    .isInstanceOf(HttpClientErrorException.BadRequest.class);
    }

    @Test
    void an_order_becomes_one_mail_however_often_it_is_told() throws Exception {
        server.start();
        var order = order(42);
        publisher.publish(order, order, order);
        eventually(() -> assertThat(server.getReceivedMessages()).hasSize(1));
        eventually(() -> assertThat(outcome("duplicate")).isEqualTo(2));
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("We have your order " + order.orderId());
        assertThat(mail.getMessageID()).isEqualTo("<" + order.eventId() + "@fanout>");
        assertThat(mail.getAllRecipients()[0]).hasToString("customer-42@example.com");
        assertThat(mail.getContentType()).startsWith("multipart/");
        assertThat(get("/emails?order_id=" + order.orderId()))
                .contains("\"subject\":\"We have your order " + order.orderId() + "\"")
                .contains("\"to\":\"customer-42@example.com\"");
    }

    @Test
    void while_the_server_is_away_nothing_is_lost() {
        var orders = List.of(order(1), order(2), order(3));
        publisher.publish(orders);
        eventually(() -> assertThat(outcome("retried") - retriedBefore).isGreaterThanOrEqualTo(3));
        server.start();
        eventually(() -> assertThat(server.getReceivedMessages()).hasSize(3));
        assertThat(Arrays.stream(server.getReceivedMessages()).map(EmailTest::id)).doesNotHaveDuplicates();
    }

    @Test
    void what_the_server_refuses_for_good_is_parked_with_its_answer() throws Exception {
        try (var _ = new RefusingServer(smtpPort)) {
            publisher.publish(order(5));
            eventually(() -> assertThat(parked()).singleElement().asString()
                    .contains("\"reason\":\"rejected\"")
                    .contains("550 no such user"));
        }
    }

    private List<String> parked() {
        var url = stack.sqs().getQueueUrl(get -> get.queueName(prefix + "email-order-events-dlq")).queueUrl();
        var found = stack.sqs().receiveMessage(receive ->
                receive.queueUrl(url).visibilityTimeout(0).messageAttributeNames("fanout_parked"));
        var notes = new ArrayList<String>();
        found.messages().forEach(message -> message.messageAttributes().values()
                .forEach(note -> notes.add(note.stringValue())));
        return notes;
    }

    private double outcome(String outcome) {
        return email.getBean(MeterRegistry.class).find("fanout.processed").tag("outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private String get(String path) {
        var port = email.getEnvironment().getRequiredProperty("local.server.port");
        return String.valueOf(RestClient.create("http://localhost:" + port).get().uri(path).retrieve()
                .body(String.class));
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(EmailApplication.class).run(
                "--fanout.prefix=" + prefix, "--fanout.provision=true", "--server.port=0",
                "--spring.mail.port=" + smtpPort, "--fanout.retry.first-delay=200ms", "--fanout.retry.max-delay=1s");
    }

    private static OrderCreated order(long user) {
        var id = UUID.randomUUID();
        return new OrderCreated(id, "order-" + id, user, BigDecimal.TEN, OrderStatus.PENDING,
                List.of(new OrderLine("tea", 2)), 1, Instant.now());
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
