package dev.fanout.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.topology.Fanout;
import org.junit.jupiter.api.Test;

class StateTest {
    private static final Key<Cup> TEA = new Key<>(Fanout.INVENTORY, "tea", Cup.class);

    private record Cup(int sips) {}

    @Test
    void an_item_that_is_known_not_to_be_there_is_not_found() {
        assertThat(State.empty().without(TEA).find(TEA)).isEmpty();
        assertThat(State.empty().with(TEA, new Cup(3)).find(TEA)).contains(new Cup(3));
    }

    @Test
    void an_item_that_was_not_asked_for_is_an_error_that_says_what_to_do() {
        assertThatThrownBy(() -> State.empty().find(TEA))
                .hasMessageContaining("itemsOf() does not name Key[table=Table[name=inventory")
                .hasMessageContaining("in a test, the state has to be told with() or without() it");
    }
}
