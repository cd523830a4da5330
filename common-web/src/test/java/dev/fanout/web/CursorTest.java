package dev.fanout.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void what_was_told_leads_to_the_same_place() {
        for (var key : List.of("host-1", "\0", "a~\u007f", "ä\n😀", "x".repeat(1024)))
            assertThat(Cursor.after("hosts", next("hosts", key))).contains(key);
    }

    @Test
    void the_last_page_tells_nothing_and_the_first_is_asked_for_without() {
        assertThat(Cursor.next("hosts", Optional.empty())).isNull();
        assertThat(Cursor.after("hosts", null)).isEmpty();
    }

    @Test
    void what_no_page_of_the_listing_has_told_is_refused() {
        var garbage = List.of(
                "", "host-1", "%00", "====", next("ads", "host-1"), next("hosts", ""), next("hosts", "x".repeat(1025)),
                "A".repeat(100_000), Base64.getUrlEncoder().encodeToString("hosts\n\u00ff".getBytes(StandardCharsets.ISO_8859_1)));
        for (var text : garbage)
            assertThatThrownBy(() -> Cursor.after("hosts", text))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("after must be what the page before it calls next");
    }

    private static String next(String listing, String key) {
        return Objects.requireNonNull(Cursor.next(listing, Optional.of(key)));
    }
}
