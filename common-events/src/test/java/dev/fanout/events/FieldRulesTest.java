package dev.fanout.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codec is as strict as REST: whatever one door refuses, the other does too. */
class FieldRulesTest {
    private static final String VIEW = """
            {"event_type":"view.recorded","event_id":"d6a3c0de-90b1-4f8e-bb39-52d9f7f0a4c4","host_id":"host-1",\
            "content_id":"film-7","ad_id":"ad-3","timestamp":"2026-11-22T12:00:00Z","sequence":12}""";
    private static final String ORDER = """
            {"event_type":"order.created","event_id":"0b8f2a5e-6d0c-4f57-9a3e-3f6f3a1c8d21","order_id":"7c1e",\
            "user_id":42,"total":19.90,"status":"pending","items":[{"sku":"milk","quantity":1}],"version":1,\
            "timestamp":"2026-11-22T12:00:00Z"}""";

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "2026-11-22T12:00:00Z" | 1795348800000                      | timestamp
            "2026-11-22T12:00:00Z" | "1969-12-31T23:59:59Z"             | timestamp
            "2026-11-22T12:00:00Z" | "+10000-01-01T00:00:00Z"           | timestamp
            "2026-11-22T12:00:00Z" | "+58885-01-01T00:00:00Z"           | timestamp
            "2026-11-22T12:00:00Z" | " 2026-11-22T12:00:00Z"            | timestamp
            "d6a3c0de-90b1-4f8e-bb39-52d9f7f0a4c4" | "00000000-0000-0000-0000-000000000000" | event_id
            "d6a3c0de-90b1-4f8e-bb39-52d9f7f0a4c4" | "1qPA3pCxT467OVLZ9/CkxA==" | event_id
            "d6a3c0de-90b1-4f8e-bb39-52d9f7f0a4c4" | "d6a3c0de90b14f8ebb3952d9f7f0a4c4" | event_id
            "d6a3c0de-90b1-4f8e-bb39-52d9f7f0a4c4" | " d6a3c0de-90b1-4f8e-bb39-52d9f7f0a4c4" | event_id
            "host-1"               | "host 1"                           | host_id
            "host-1"               | "höst"                             | host_id
            "film-7"               | "film/7"                           | content_id
            "ad-3"                 | ""                                 | ad_id
            "sequence":12          | "sequence":-1                      | sequence
            "sequence":12          | "sequence":1.0                     | sequence
            "sequence":12          | "sequence":"12"                    | sequence
            view.recorded          |~ view.recorded~                    | event_type
            """)
    void a_view_that_rest_refuses_is_refused(String right, String wrong, String field) {
        refused(VIEW.replace(right, wrong), field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "total":19.90          | "total":1000000000                 | total
            "total":19.90          | "total":1e2147483647               | total
            "total":19.90          | "total":"19.90"                    | total
            "status":"pending"     | "status":" pending"                | status
            "status":"pending"     | "status":"PENDING"                 | status
            "status":"pending"     | "status":0                         | status
            "milk"                 | "oat milk"                         | sku
            "quantity":1           | "quantity":1000001                 | quantity
            "7c1e"                 | "7c 1e"                            | order_id
            "user_id":42           | "user_id":"0x10"                   | user_id
            """)
    void an_order_that_rest_refuses_is_refused(String right, String wrong, String field) {
        refused(ORDER.replace(right, wrong), field);
    }

    @Test
    void more_pieces_of_a_sku_than_an_order_may_have_are_too_many_on_several_lines_too() {
        var two = "{\"sku\":\"milk\",\"quantity\":600000},{\"sku\":\"milk\",\"quantity\":600000}";
        refused(ORDER.replace("{\"sku\":\"milk\",\"quantity\":1}", two), "quantity");
    }

    @Test
    void trailing_zeros_do_not_make_a_total_another() {
        var longer = ORDER.replace("19.90", "19.90000");
        assertThat(codec.read(longer)).isEqualTo(codec.read(ORDER));
    }

    @Test
    void of_an_unknown_kind_no_more_is_repeated_than_helps() {
        var event = VIEW.replace("view.recorded", "x".repeat(100_000));
        assertThatThrownBy(() -> codec.read(event)).satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    private void refused(String event, String field) {
        assertThatThrownBy(() -> codec.read(event)).isInstanceOf(UnreadableEvent.class).hasMessageContaining(field);
    }
}
