package dev.fanout.auditor;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.auditor.ledger.Ledger;
import dev.fanout.auditor.ledger.LedgerEntry;
import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.Span;
import dev.fanout.messaging.StateStore;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import dev.fanout.testing.TestPublisher;
import dev.fanout.topology.Fanout;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.client.RestClient;

/** Three auditors on FIFO queues and the observer of the disturbed traffic, all from one program. */
@Needs
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditorTest {
    private static final int HOSTS = 5;
    private static final int VIEWS_EACH = 80;

    private final FanoutStack stack = FanoutStack.get();
    private final String prefix = stack.uniquePrefix();
    private final TestPublisher publisher = new TestPublisher(prefix);
    private final List<ConfigurableApplicationContext> auditors = new ArrayList<>();

    @BeforeAll
    void start() {
        for (var name : List.of("auditor-a", "auditor-b", "auditor-c", "chaos-observer"))
            auditors.add(new SpringApplicationBuilder(AuditorApplication.class).run(
                    "--spring.application.name=" + name, "--server.port=0",
                    "--fanout.prefix=" + prefix, "--fanout.provision=true",
                    "--fanout.auditor.vote.enabled=false"));
    }

    @AfterAll
    void stop() {
        auditors.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void every_view_is_in_every_ledger_once_and_each_hosts_in_order() {
        // All are there before the first poll: how many each brings is no chance.
        var ordered = auditors.subList(0, 3).stream().map(AuditorTest::subscribers).toList();
        ordered.forEach(SmartLifecycle::stop);
        publisher.publish(IntStream.range(0, VIEWS_EACH * HOSTS)
                .mapToObj(i -> view("host-" + i % HOSTS, 1 + i / HOSTS))
                .toList());
        ordered.forEach(SmartLifecycle::start);
        var inOrder = LongStream.rangeClosed(1, VIEWS_EACH).boxed().toList();
        for (var auditor : auditors.subList(0, 3)) {
            eventually(() -> assertThat(get(auditor, "/ledger/summary"))
                    .contains("\"views\":" + HOSTS * VIEWS_EACH)
                    .contains("\"host-0\":" + VIEWS_EACH));
            for (int host = 0; host < HOSTS; host++)
                assertThat(sequences(auditor, "host-" + host)).isEqualTo(inOrder);
            assertThat(calls(auditor) / (HOSTS * VIEWS_EACH))
                    .as("calls a view, for deletes and effects: batches on FIFO queues too")
                    .isLessThan(1);
        }
    }

    @Test
    void a_view_that_is_told_again_is_entered_once_and_one_that_was_changed_is_parked() {
        var observer = auditors.getLast();
        var view = view("told-again", 1);
        var changed = new ViewRecorded(view.eventId(), "told-again", "other-content", "ad", view.timestamp(), 1L);
        publisher.publishTo(Fanout.VIEW_EVENTS_CHAOS, view, view, view);
        eventually(() -> assertThat(processed(observer, "duplicate")).isEqualTo(2));
        publisher.publishTo(Fanout.VIEW_EVENTS_CHAOS, changed);
        eventually(() -> assertThat(processed(observer, "parked")).isEqualTo(1));
        assertThat(get(observer, "/ledger/summary")).contains("\"auditor\":\"chaos-observer\"").contains("\"views\":1");
        assertThat(get(observer, "/ledger/events/" + view.eventId())).contains("\"content_id\":\"content\"");
        assertThat(get(observer, "/ledger/events?host_id=told-again&limit=5")).contains(view.eventId().toString());
    }

    private List<Long> sequences(ConfigurableApplicationContext auditor, String host) {
        var ledger = auditor.getBean(Ledger.class);
        return auditor.getBean(StateStore.class)
                .page(ledger.entries(), ledger.byHost(), host, Span.ALL, 1_000, LedgerEntry.class)
                .items()
                .stream()
                .map(LedgerEntry::sequence)
                .toList();
    }

    private static SmartLifecycle subscribers(ConfigurableApplicationContext auditor) {
        return auditor.getBean("subscribers", SmartLifecycle.class);
    }

    private static double calls(ConfigurableApplicationContext auditor) {
        return Stream.of("DeleteMessageBatch", "TransactWriteItems")
                .flatMap(operation -> auditor.getBean(MeterRegistry.class)
                        .find("fanout.aws.calls").tag("operation", operation).counters().stream())
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static double processed(ConfigurableApplicationContext auditor, String outcome) {
        return auditor.getBean(MeterRegistry.class).find("fanout.processed").tag("outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static String get(ConfigurableApplicationContext auditor, String path) {
        var port = auditor.getEnvironment().getRequiredProperty("local.server.port");
        return String.valueOf(RestClient.create("http://localhost:" + port).get().uri(path).retrieve()
                .body(String.class));
    }

    private static ViewRecorded view(String host, long sequence) {
        return new ViewRecorded(UUID.randomUUID(), host, "content", "ad", Instant.now(), sequence);
    }
}
