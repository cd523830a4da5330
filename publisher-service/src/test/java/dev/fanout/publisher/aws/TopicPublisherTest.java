package dev.fanout.publisher.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.OutboundMessage;
import dev.fanout.messaging.aws.Topics;
import dev.fanout.publisher.PublisherTest;
import dev.fanout.topology.Fanout;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;

@PublisherTest
@ExtendWith(OutputCaptureExtension.class)
class TopicPublisherTest {
    private final List<PublishBatchRequest> asked = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Autowired
    private Topics topics;

    @Test
    void what_sns_refuses_alone_is_not_taken_and_the_others_are() {
        var published = publisher(request -> answer(request, 1)).publish(Fanout.ORDER_EVENTS, announcements(12));
        assertThat(published.taken()).hasSize(10).doesNotContain("id-1", "id-11");
        assertThat(published.unavailable()).isFalse();
        assertThat(count("published")).isEqualTo(10);
        assertThat(count("failed")).isEqualTo(2);
    }

    @Test
    void after_a_call_that_fails_the_rest_is_not_tried() {
        var published = publisher(request -> {
                    if (asked.size() == 2) throw SdkClientException.create("nobody there");
                    return answer(request, -1);
                })
                .publish(Fanout.ORDER_EVENTS, announcements(35));
        assertThat(asked).hasSize(2);
        assertThat(published.taken()).hasSize(10);
        assertThat(published.unavailable()).isTrue();
    }

    @Test
    void an_outage_is_logged_once_and_its_end_once(CapturedOutput log) {
        var publisher = publisher(request -> {
            if (asked.size() <= 50) throw SdkClientException.create("nobody there");
            return answer(request, -1);
        });
        for (int i = 0; i < 60; i++) publisher.publish(Fanout.ORDER_EVENTS, announcements(1));
        assertThat(log).containsOnlyOnce("nobody there").containsOnlyOnce("works again");
        assertThat(log).contains("50 failures");
    }

    private TopicPublisher publisher(Function<PublishBatchRequest, PublishBatchResponse> sns) {
        return new TopicPublisher(new Sns(sns), topics, meters, Clock.systemUTC());
    }

    private double count(String outcome) {
        return meters.get("fanout.publish.events").tag("outcome", outcome).counter().count();
    }

    private static List<OutboundMessage> announcements(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new OutboundMessage("{}", Map.of("event_type", "x"), Optional.empty(), "id-" + i))
                .toList();
    }

    private static PublishBatchResponse answer(PublishBatchRequest request, int refused) {
        var ids = request.publishBatchRequestEntries().stream().map(PublishBatchRequestEntry::id).toList();
        var bad = String.valueOf(refused);
        return PublishBatchResponse.builder()
                .successful(ids.stream().filter(id -> !id.equals(bad))
                        .map(id -> PublishBatchResultEntry.builder().id(id).build()).toList())
                .failed(ids.stream().filter(bad::equals)
                        .map(id -> BatchResultErrorEntry.builder().id(id).code("InternalError").build()).toList())
                .build();
    }

    private final class Sns implements SnsClient {
        private final Function<PublishBatchRequest, PublishBatchResponse> answers;

        Sns(Function<PublishBatchRequest, PublishBatchResponse> answers) {
            this.answers = answers;
        }

        @Override
        public PublishBatchResponse publishBatch(PublishBatchRequest request) {
            asked.add(request);
            return answers.apply(request);
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
