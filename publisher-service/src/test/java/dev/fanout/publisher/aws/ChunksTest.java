package dev.fanout.publisher.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.OutboundMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChunksTest {
    @Test
    void a_chunk_has_at_most_ten_in_their_order() {
        var all = IntStream.range(0, 25).mapToObj(i -> of("body " + i)).toList();
        var chunks = Chunks.of(all);
        assertThat(chunks).extracting(List::size).containsExactly(10, 10, 5);
        assertThat(chunks.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
    }

    @Test
    void a_chunk_has_at_most_256_kib_as_utf_8_with_its_attributes() {
        var large = of("é".repeat(40 * 1024));
        assertThat(Chunks.of(List.of(large, large, large, large))).extracting(List::size).containsExactly(3, 1);
        var full = of("x".repeat(128 * 1024));
        assertThat(Chunks.of(List.of(full, full))).extracting(List::size).containsExactly(1, 1);
    }

    @Test
    void nothing_is_no_chunk() {
        assertThat(Chunks.of(List.of())).isEmpty();
    }

    @Test
    void what_is_too_large_alone_is_left_to_sns_to_refuse() {
        var huge = of("x".repeat(300 * 1024));
        assertThat(Chunks.of(Stream.of(of("a"), huge, of("b")).toList())).extracting(List::size)
                .containsExactly(1, 1, 1);
    }

    private static OutboundMessage of(String body) {
        return new OutboundMessage(body, Map.of("event_type", "x"), Optional.empty(), body);
    }
}
