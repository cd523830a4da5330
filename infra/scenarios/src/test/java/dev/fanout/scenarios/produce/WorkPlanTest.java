package dev.fanout.scenarios.produce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.events.WorkRequested;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkPlanTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void the_same_seed_makes_the_same_ids_in_the_same_order() {
        var plan = WorkPlan.of(100, 42).with(new PoisonSelector.Count(7)).withDuplicates(20);
        assertThat(plan.events(NOON)).isEqualTo(plan.events(NOON));
    }

    @Test
    void another_seed_makes_others() {
        assertThat(WorkPlan.of(10, 1).events(NOON)).doesNotContainAnyElementsOf(WorkPlan.of(10, 2).events(NOON));
        assertThat(ids(WorkPlan.of(10, 1))).doesNotContainAnyElementsOf(ids(WorkPlan.of(10, 2)));
    }

    @Test
    void every_piece_has_an_event_id_of_its_own() {
        assertThat(WorkPlan.of(1_000, 3).events(NOON)).extracting(WorkRequested::eventId).doesNotHaveDuplicates();
        assertThat(WorkPlan.of(1_000, 3).events(NOON)).allMatch(event -> event.eventId().version() == 4);
    }

    @Test
    void duplicates_are_the_same_event_later() {
        var events = WorkPlan.of(50, 4).withDuplicates(25).events(NOON);
        assertThat(events).hasSize(75);
        assertThat(new HashSet<>(events)).hasSize(50);
        assertThat(events.stream().distinct()).extracting(WorkRequested::id).isSorted();
    }

    @Test
    void a_count_of_poison_is_kept_wherever_chance_puts_it() {
        assertThat(poisonous(WorkPlan.of(40, 5).with(new PoisonSelector.Count(6)))).hasSize(6);
        assertThat(poisonous(WorkPlan.of(40, 5).with(new PoisonSelector.Count(6))))
                .isNotEqualTo(poisonous(WorkPlan.of(40, 6).with(new PoisonSelector.Count(6))));
    }

    @Test
    void every_nth_is_poison_if_asked_for() {
        assertThat(poisonous(WorkPlan.of(10, 7).with(new PoisonSelector.Every(3)))).containsExactly(2, 5, 8);
    }

    @Test
    void groups_take_turns() {
        assertThat(WorkPlan.of(5, 8).inGroups(2).events(NOON)).extracting(WorkRequested::group)
                .containsExactly("group-a", "group-b", "group-a", "group-b", "group-a");
    }

    private static List<String> ids(WorkPlan plan) {
        return plan.events(NOON).stream().map(WorkRequested::id).toList();
    }

    private static List<Integer> poisonous(WorkPlan plan) {
        var events = plan.events(NOON);
        return IntStream.range(0, events.size()).filter(i -> events.get(i).chokesItsWorker()).boxed().toList();
    }
}
