package dev.fanout.cli.clean;

import static dev.fanout.cli.clean.Consent.Answer.NO;
import static dev.fanout.cli.clean.Consent.Answer.NOBODY_THERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.cli.aws.Account;
import dev.fanout.cli.aws.Deployed;
import dev.fanout.cli.console.Screen;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Prefix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deployments side by side, one of which is taken away. */
@Needs
class CleanTest {
    private final FanoutStack stack = FanoutStack.get();
    private final Screen screen = new Screen();

    @Test
    void it_takes_all_of_its_own_and_leaves_the_neighbours_alone() {
        var own = Deployed.of(Fanout.TOPOLOGY);
        var neighbour = Deployed.under(own.prefix().of("x-"), Deployed.SMALL);
        var before = things(neighbour);
        var queue = own.prefix().of("somebody-elses");
        stack.sqs().createQueue(create -> create.queueName(queue));
        assertThat(things(own)).hasSize(Deployed.ofAll());
        assertThat(clean(own, Consent.GIVEN)).isZero();
        assertThat(things(own)).isEmpty();
        assertThat(things(neighbour)).isEqualTo(before).hasSize(9);
        assertThat(stack.sqs().getQueueUrl(get -> get.queueName(queue)).queueUrl()).isNotEmpty();
        assertThat(screen.text()).contains(
                "%1$d/%1$d table".formatted(Deployed.ofAll()), "Nothing is left under the prefix '" + own.prefix()
                .text());
    }

    @Test
    void it_lists_first_and_removes_in_the_order_in_which_nothing_is_left_hanging() {
        var small = Deployed.of(Deployed.SMALL);
        var asked = new ArrayList<String>();
        clean(small, question -> {
            asked.addAll(screen.lines());
            asked.add(question);
            return Consent.Answer.YES;
        });
        assertThat(asked).filteredOn(line -> line.startsWith("  ")).hasSize(10);
        assertThat(asked.getLast()).startsWith("Delete these 9 under the prefix '" + small.prefix().text());
        assertThat(screen.lines()).filteredOn(line -> line.endsWith(": deleted")).map(line -> line.replaceAll(
                        "^ +\\d/9 (subscription|topic|queue|dead-letter queue|table) .*", "$1"))
                .containsExactly("subscription", "subscription", "topic", "topic", "queue", "queue",
                        "dead-letter queue", "dead-letter queue", "table");
    }

    @Test
    void what_nobody_wants_deleted_stays() {
        var small = Deployed.of(Deployed.SMALL);
        assertThat(clean(small, _ -> NO)).isEqualTo(1);
        assertThat(clean(small, _ -> NOBODY_THERE)).isEqualTo(2);
        assertThat(screen.text()).contains("--yes");
        assertThat(things(small)).hasSize(9);
    }

    @Test
    void where_nothing_is_there_is_nothing_to_ask() {
        var small = new Deployed(Deployed.SMALL, new Prefix(stack.uniquePrefix()));
        assertThat(clean(small, _ -> NO)).isZero();
        assertThat(screen.text()).contains("There is nothing under the prefix");
    }

    @Test
    void only_a_clear_yes_is_a_yes() {
        assertThat(List.of("y", "Y", " yes ")).allMatch(line -> Consent.read(line) == Consent.Answer.YES);
        assertThat(List.of("", "n", "yy", "no")).allMatch(line -> Consent.read(line) == NO);
        assertThat(Consent.read(null)).isEqualTo(NO);
        assertThat(Consent.asked(null).to("really?")).isEqualTo(NOBODY_THERE);
    }

    private int clean(Deployed deployed, Consent consent) {
        return Clean.run(deployed.topology(), deployed.prefix(), Deployed.where(), consent, screen.plain());
    }

    private static List<String> things(Deployed deployed) {
        var found = new ArrayList<String>();
        Account.use(Deployed.where(), account -> {
            new Deployment(deployed.wanted(), account).things().forEach(deletable -> found.add(deletable.toString()));
            return 0;
        });
        return found;
    }
}
