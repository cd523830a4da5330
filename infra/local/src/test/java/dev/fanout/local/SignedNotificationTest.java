package dev.fanout.local;

import static dev.fanout.local.Aws.SNS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** A subscriber that trusts nobody. */
@Tag("deep")
class SignedNotificationTest {
    private final String topic = Aws.topic("t");
    private final String queue = Aws.queue();
    private String subscription;

    @BeforeEach
    void a_queue_hears() {
        subscription = Aws.subscribe(topic, queue, Map.of());
    }

    @ParameterizedTest
    @CsvSource({"1,SHA1withRSA", "2,SHA256withRSA"})
    void its_signature_is_verified_by_the_certificate_that_it_names(String version, String algorithm) throws Exception {
        SNS.setTopicAttributes(
                t -> t.topicArn(topic).attributeName("SignatureVersion").attributeValue(version));
        SNS.publish(p -> p.topicArn(topic).message("{\"ü\":\n1}").subject("Hello").messageAttributes(attributes()));
        var envelope = Aws.envelope(queue);
        assertThat(envelope.at("/SignatureVersion").asText()).isEqualTo(version);
        assertThat(verified(envelope, algorithm, signed(envelope))).isTrue();
        assertThat(verified(envelope, algorithm, signed(envelope).replace("Hello", "Hallo"))).isFalse();
    }

    @Test
    void without_a_subject_none_is_signed() throws Exception {
        SNS.publish(p -> p.topicArn(topic).message("m"));
        var envelope = Aws.envelope(queue);
        assertThat(envelope.has("Subject")).isFalse();
        assertThat(verified(envelope, "SHA1withRSA", signed(envelope))).isTrue();
    }

    @Test
    void its_fields_are_those_of_aws_in_the_same_order() {
        SNS.publish(p -> p.topicArn(topic).message("m").subject("s").messageAttributes(attributes()));
        assertThat(Aws.envelope(queue).properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "Type", "MessageId", "TopicArn", "Subject", "Message", "Timestamp", "SignatureVersion",
                        "Signature", "SigningCertURL", "UnsubscribeURL", "MessageAttributes");
    }

    @Test
    void a_fifo_topic_numbers_its_messages_and_as_on_aws_does_not_sign_them() {
        var fifo = Aws.fifoTopic(Map.of());
        var fifoQueue = Aws.fifoQueue();
        Aws.subscribe(fifo, fifoQueue, Map.of());
        var receipt = SNS.publish(
                p -> p.topicArn(fifo).message("m").messageGroupId("g").messageDeduplicationId("id"));
        var envelope = Aws.envelope(fifoQueue);
        assertThat(envelope.properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "Type", "MessageId", "SequenceNumber", "TopicArn", "Message", "Timestamp", "UnsubscribeURL");
        assertThat(envelope.at("/SequenceNumber").asText()).isEqualTo(receipt.sequenceNumber());
    }

    @Test
    void its_last_link_ends_the_subscription() {
        SNS.publish(p -> p.topicArn(topic).message("m"));
        var link = URI.create(Aws.envelope(queue).at("/UnsubscribeURL").asText());
        assertThat(link.toString()).isEqualTo(Aws.endpoint() + "/?Action=Unsubscribe&SubscriptionArn=" + subscription);
        assertThat(Aws.get(link).statusCode()).isEqualTo(200);
        assertThat(SNS.listSubscriptionsByTopic(l -> l.topicArn(topic)).subscriptions()).isEmpty();
    }

    @Test
    void there_is_no_other_certificate() {
        var other = Aws.endpoint().resolve("/SimpleNotificationService-0123456789abcdef.pem");
        assertThat(Aws.get(other).statusCode()).isEqualTo(404);
    }

    private static String signed(JsonNode envelope) {
        return Stream.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")
                .filter(envelope::has)
                .map(field -> field + "\n" + envelope.get(field).asText() + "\n")
                .collect(Collectors.joining());
    }

    private static boolean verified(JsonNode envelope, String algorithm, String signed) throws Exception {
        var signature = Signature.getInstance(algorithm);
        signature.initVerify(certificate(URI.create(envelope.at("/SigningCertURL").asText())));
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(envelope.at("/Signature").asText()));
    }

    private static Certificate certificate(URI uri) throws Exception {
        assertThat(uri.toString()).startsWith(Aws.endpoint() + "/SimpleNotificationService-").endsWith(".pem");
        var pem = Aws.get(uri).body().getBytes(StandardCharsets.US_ASCII);
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    private static Map<String, MessageAttributeValue> attributes() {
        return Map.of("k", MessageAttributeValue.builder().dataType("String").stringValue("v").build());
    }
}
