package dev.fanout.scenarios.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.events.OutboundMessage;
import dev.fanout.events.WorkRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class ProducerTest {
    private final List<WorkRequested> events = WorkPlan.of(25, 1).events(Instant.parse("2026-11-22T12:00:00Z"));
    private final List<List<OutboundMessage>> calls = new ArrayList<>();

    /** Answers the first calls as it was told to, and takes all of the others. */
    private final class Scripted implements MessageSink {
        private final List<MessageSink> answers;

        Scripted(MessageSink... answers) {
            this.answers = new ArrayList<>(List.of(answers));
        }

        @Override
        public String name() {
            return "topic test";
        }

        @Override
        public List<OutboundMessage> send(List<OutboundMessage> batch) {
            calls.add(batch);
            return answers.isEmpty() ? List.of() : answers.removeFirst().send(batch);
        }
    }

    private record Answer(UnaryOperator<List<OutboundMessage>> notTaken) implements MessageSink {
        @Override
        public String name() {
            return "";
        }

        @Override
        public List<OutboundMessage> send(List<OutboundMessage> batch) {
            return notTaken.apply(batch);
        }
    }

    @Test
    void they_go_out_in_batches_and_in_their_order() throws Exception {
        var sent = produce(new Scripted());
        assertThat(calls).extracting(List::size).containsExactly(10, 10, 5);
        assertThat(ids()).containsExactlyElementsOf(
                events.stream().map(event -> event.eventId().toString()).toList());
        assertThat(sent.repeats()).isZero();
    }

    @Test
    void what_must_be_sent_later_than_all_before_it_begins_a_call() throws Exception {
        new Producer(new Scripted(), new SendRate(0, 10), Duration.ofSeconds(10), _ -> {})
                .produce(events, Set.of(0, 4, 5, 15));
        assertThat(calls).extracting(List::size).containsExactly(4, 1, 10, 10);
        assertThat(ids()).containsExactlyElementsOf(
                events.stream().map(event -> event.eventId().toString()).toList());
    }

    @Test
    void what_was_not_taken_is_sent_again_alone() throws Exception {
        var sent = produce(new Scripted(new Answer(batch -> batch.subList(3, 4))));
        assertThat(calls).extracting(List::size).containsExactly(10, 1, 10, 5);
        assertThat(calls.get(1)).isEqualTo(calls.get(0).subList(3, 4));
        assertThat(sent.repeats()).isEqualTo(1);
    }

    @Test
    void without_an_answer_all_are_sent_again_under_the_same_ids() throws Exception {
        produce(new Scripted(new Answer(_ -> { throw SdkClientException.create("no answer"); })));
        assertThat(calls.get(1)).isEqualTo(calls.get(0));
    }

    @Test
    void a_refusal_ends_it() {
        var refusal = AwsServiceException.builder().message("not yours").statusCode(403).build();
        assertThatThrownBy(() -> produce(new Scripted(new Answer(_ -> { throw refusal; }))))
                .isInstanceOf(ProducingFailed.class)
                .hasMessageContaining("topic test refuses: ")
                .hasMessageContaining("not yours");
        assertThat(calls).hasSize(1);
    }

    @Test
    void it_does_not_try_for_ever() {
        var outlet = new Answer(batch -> batch);
        var producer = new Producer(outlet, new SendRate(0, 10), Duration.ZERO, _ -> {});
        assertThatThrownBy(() -> producer.produce(events)).isInstanceOf(ProducingFailed.class)
                .hasMessageContaining("took nothing");
    }

    @Test
    void a_slow_pace_is_kept_by_small_batches() {
        assertThat(new SendRate(0, 10).batch()).isEqualTo(10);
        assertThat(new SendRate(1, 10).batch()).isEqualTo(1);
        assertThat(new SendRate(20, 10).batch()).isEqualTo(4);
        assertThat(new SendRate(1_000, 10).batch()).isEqualTo(10);
    }

    private Producer.Sent produce(MessageSink sink) throws InterruptedException {
        return new Producer(sink, new SendRate(0, 10), Duration.ofSeconds(10), _ -> {}).produce(events);
    }

    private List<String> ids() {
        return calls.stream().flatMap(List::stream).map(OutboundMessage::deduplicationId).toList();
    }
}
