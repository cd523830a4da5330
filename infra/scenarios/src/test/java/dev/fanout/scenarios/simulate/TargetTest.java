package dev.fanout.scenarios.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.AnomalyKind;
import dev.fanout.events.OutboundMessage;
import dev.fanout.scenarios.produce.MessageSink;
import dev.fanout.scenarios.simulate.traffic.GroundTruth;
import dev.fanout.scenarios.simulate.traffic.Plans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    private static final MessageSink TOPIC = new MessageSink() {
        @Override
        public String name() {
            return "topic test";
        }

        @Override
        public List<OutboundMessage> send(List<OutboundMessage> batch) {
            return List.of();
        }
    };

    private final Target fifo = new Target(TOPIC, 10, true);
    private final Target standard = new Target(TOPIC, 10, false);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void where_sent_times_tell_the_order_the_second_of_each_exchange_is_sent_apart(long seed) {
        var traffic = Plans.disturbed(Plans.ALL, seed).traffic();
        var apart = standard.apart(traffic);
        assertThat(apart).hasSize(GroundTruth.of(traffic).of(AnomalyKind.OUT_OF_ORDER));
        for (int place : apart) {
            var second = traffic.sendings().get(place);
            assertThat(traffic.sendings().subList(0, place)).filteredOn(sent -> sent.host().equals(second.host()))
                    .anyMatch(first -> first.is(AnomalyKind.OUT_OF_ORDER) && first.sequence() > second.sequence());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void where_arrival_tells_it_or_nothing_is_exchanged_batches_are_as_ever(long seed) {
        assertThat(fifo.apart(Plans.disturbed(Plans.ALL, seed).traffic())).isEmpty();
        assertThat(standard.apart(Plans.disturbed(Map.of(AnomalyKind.DUPLICATE, 0.2), seed).traffic())).isEmpty();
    }
}
