package dev.fanout.scenarios.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.events.OutboundMessage;
import dev.fanout.scenarios.produce.MessageSink;
import dev.fanout.scenarios.produce.ProducingFailed;
import dev.fanout.scenarios.produce.Progress;
import dev.fanout.scenarios.simulate.traffic.Disturbances;
import dev.fanout.scenarios.simulate.traffic.RunId;
import dev.fanout.scenarios.simulate.traffic.SimulatedTraffic;
import dev.fanout.scenarios.simulate.traffic.TrafficPlan;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class SimulationTest {
    private static final SimulatedTraffic TRAFFIC =
            new TrafficPlan(1, 1, 50, 1, Map.of(), Disturbances.NONE, 1).traffic();

    private final Progress nobodyLooks = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    private final List<OutboundMessage> taken = new ArrayList<>();

    private final class Topic implements MessageSink {
        private final List<UnaryOperator<List<OutboundMessage>>> answers;

        @SafeVarargs
        Topic(UnaryOperator<List<OutboundMessage>>... first) {
            answers = new ArrayList<>(List.of(first));
        }

        @Override
        public String name() {
            return "topic test";
        }

        @Override
        public List<OutboundMessage> send(List<OutboundMessage> batch) {
            var left = answers.isEmpty() ? List.<OutboundMessage>of() : answers.removeFirst().apply(batch);
            batch.stream().filter(said -> !left.contains(said)).forEach(taken::add);
            return left;
        }
    }

    @Test
    void all_is_sent_in_its_order() throws Exception {
        var delivered = send(new Topic());
        assertThat(taken).extracting(OutboundMessage::deduplicationId).containsExactlyElementsOf(
                TRAFFIC.events(new RunId("r", 1), Instant.EPOCH).stream()
                        .map(view -> view.eventId().toString()).toList());
        assertThat(delivered.failures()).isZero();
        assertThat(delivered.doubts()).isEmpty();
    }

    @Test
    void what_was_not_taken_may_come_late_and_is_in_doubt() throws Exception {
        var delivered = send(new Topic(batch -> batch.subList(0, 2)));
        assertThat(delivered.failures()).isEqualTo(1);
        assertThat(delivered.doubts()).isEqualTo(Map.of("host-1", 2));
        assertThat(taken).hasSize(50);
    }

    @Test
    void without_an_answer_a_whole_batch_is_in_doubt() throws Exception {
        var delivered = send(new Topic(_ -> { throw SdkClientException.create("no answer"); }));
        assertThat(delivered.doubts()).isEqualTo(Map.of("host-1", 10));
    }

    @Test
    void a_refusal_is_the_end() {
        var refusal = AwsServiceException.builder().message("not yours").statusCode(403).build();
        assertThatThrownBy(() -> send(new Topic(_ -> { throw refusal; })))
                .isInstanceOf(ProducingFailed.class).hasMessageContaining("not yours");
    }

    @Test
    void the_line_tells_rate_and_errors() {
        var target = new Target(new Topic(), 10, false);
        var meter = new ProgressMeter(nobodyLooks, List.of(target, new Target(new Topic(), 10, false)), 500);
        meter.sent(target, 300);
        assertThat(meter.line(3)).isEqualTo("sent 300 of 1000, 100 a second, 0 errors");
    }

    private Simulation.Delivered send(MessageSink sink) throws InterruptedException {
        return new Simulation(new RunId("r", 1), TRAFFIC, nobodyLooks).send(List.of(new Target(sink, 10, false)))
                .getFirst();
    }
}
