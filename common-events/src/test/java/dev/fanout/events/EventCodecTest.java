package dev.fanout.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventCodecTest {
    private static final OrderCreated ORDER = new OrderCreated(
            UUID.fromString("0b8f2a5e-6d0c-4f57-9a3e-3f6f3a1c8d21"), "7c1e", 42, new BigDecimal("19.9"),
            OrderStatus.PENDING, List.of(new OrderLine("tea", 1), new OrderLine("milk", 1), new OrderLine("tea", 1)), 1,
            Instant.parse("2026-11-22T12:00:00.125Z"));

    private final EventCodec codec = new EventCodec();

    /** A file here is what a released version wrote: it must be read for ever. */
    @ParameterizedTest
    @EnumSource
    void what_was_ever_written_is_read_and_written_the_same(EventType type) throws IOException {
        var golden = golden(type);
        var event = codec.read(golden);
        assertThat(event.type()).isEqualTo(type);
        assertThat(codec.write(event)).isEqualTo(golden);
    }

    @Test
    void an_order_has_its_lines_merged_and_its_total_with_two_decimals() throws IOException {
        assertThat(codec.write(ORDER)).isEqualTo(golden(EventType.ORDER_CREATED));
    }

    @Test
    void a_field_that_is_not_known_is_ignored() {
        var more = codec.write(ORDER).replace("{\"event_type\"", "{\"colour\":\"green\",\"event_type\"");
        assertThat(codec.read(more)).isEqualTo(ORDER);
    }

    @Test
    void equal_events_have_equal_hashes_however_they_are_laid_out() {
        var spaced = codec.write(ORDER).replace(",", " , ").replace("19.90", "19.9");
        assertThat(codec.hash(codec.read(spaced))).isEqualTo(codec.hash(ORDER)).hasSize(64);
        assertThat(codec.hash(codec.read(codec.write(ORDER).replace("19.90", "19.91"))))
                .isNotEqualTo(codec.hash(ORDER));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "user_id":42             | "user_id":"42"           | $.user_id
            "user_id":42             | "user_id":0              | user_id must be positive
            "user_id":42             | "user_id":4.5            | $.user_id
            "user_id":42             | "user_id":99999999999999999999 | $.user_id
            "order_id":"7c1e"        | "order_id":7             | $.order_id
            "order_id":"7c1e",       | ~~                       | order_id is missing
            "total":19.90            | "total":-1               | total must not be negative
            "total":19.90            | "total":1.999            | total must have at most 9 digits and 2 decimals
            "status":"pending"       | "status":"eaten"         | $.status
            "quantity":1             | "quantity":0             | $.items[0]: quantity must be at least 1
            "quantity":2             | "quantity":"many"        | $.items[1].quantity
            "version":1              | "version":0              | version must be at least 1
            order.created            | order.eaten              | $.event_type: 'order.eaten' is unknown
            "event_type":"order.created", | ~~                  | $.event_type: is missing
            2026-11-22T12:00:00.125Z | yesterday                | $.timestamp
            """)
    void what_is_wrong_is_refused_with_reason_and_place(String right, String wrong, String reason) {
        var text = codec.write(ORDER).replace(right.strip(), wrong.strip());
        assertThatThrownBy(() -> codec.read(text)).isInstanceOf(UnreadableEvent.class).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "none", value =
            {"~~", "null", "[]", "not json", "{\"a\":1", "{} {}"})
    void what_is_no_object_is_refused(String text) {
        assertThatThrownBy(() -> codec.read(text)).isInstanceOf(UnreadableEvent.class);
    }

    private static String golden(EventType type) throws IOException {
        try (var file = EventCodecTest.class.getResourceAsStream("/golden/" + type.wireName() + ".json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
