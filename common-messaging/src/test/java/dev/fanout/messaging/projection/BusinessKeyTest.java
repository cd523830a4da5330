package dev.fanout.messaging.projection;

import static dev.fanout.messaging.projection.CountByUser.ordersOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.messaging.pipeline.Disposition.Done;
import dev.fanout.testing.Needs;
import org.junit.jupiter.api.Test;

/** The same business fact under two event ids. */
@Needs
class BusinessKeyTest {
    private final Workshop workshop = new Workshop();
    private final ProjectionPipeline pipeline = workshop.pipeline(new CountByUser.ByVersion());

    @Test
    void has_one_effect_and_both_ids_are_marked_done() throws Exception {
        var first = Orders.of("tea", 1);
        var second = Orders.of("tea", 1);
        pipeline.receive(workshop.deliveries(first));
        var elsewhere = workshop.pipeline(new CountByUser.ByVersion());
        assertThat(elsewhere.receive(workshop.deliveries(second))).containsExactly(new Done(true));
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("tea");
        assertThat(workshop.isMarkedDone(first)).isTrue();
        assertThat(workshop.isMarkedDone(second)).isTrue();
    }

    @Test
    void has_one_effect_in_one_group_too() throws Exception {
        var dispositions = pipeline.receive(
                workshop.deliveries(Orders.of("tea", 1), Orders.of("tea", 1), Orders.of("milk", 1)));
        assertThat(dispositions).containsExactly(new Done(false), new Done(true), new Done(false));
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("tea", "milk");
    }

    @Test
    void does_not_hide_that_an_event_comes_again() throws Exception {
        var order = workshop.deliveries(Orders.of("tea", 1));
        pipeline.receive(order);
        assertThat(workshop.pipeline(new CountByUser.ByVersion()).receive(order)).containsExactly(new Done(true));
        assertThat(ordersOf(workshop.state(), 1)).containsExactly("tea");
    }
}
