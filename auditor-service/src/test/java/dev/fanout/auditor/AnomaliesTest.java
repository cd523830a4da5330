package dev.fanout.auditor;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.auditor.anomaly.AuditorSettings;
import dev.fanout.auditor.ledger.AnomalyMetrics;
import dev.fanout.auditor.ledger.CloseWindows;
import dev.fanout.auditor.ledger.Ledger;
import dev.fanout.auditor.window.ClosedUntil;
import dev.fanout.auditor.window.Window;
import dev.fanout.events.ViewRecorded;
import dev.fanout.messaging.Backlog;
import dev.fanout.messaging.StateStore;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import dev.fanout.testing.TestPublisher;
import dev.fanout.topology.Fanout;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** What the observer of the disturbed traffic says of hosts that misbehave, each test of its own. */
@Needs
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnomaliesTest {
    /** The observer's clock is behind where a window would end while tests look at it. */
    private final Instant now = threeMinutesBeforeTheEndOrNow(Instant.now());
    private final FanoutStack stack = FanoutStack.get();
    private final String prefix = stack.uniquePrefix();
    private final TestPublisher publisher = new TestPublisher(prefix);
    private ConfigurableApplicationContext observer;

    @BeforeAll
    void start() {
        observer = new SpringApplicationBuilder(AuditorApplication.class).initializers(this::setTheClock).run(
                "--spring.application.name=chaos-observer", "--server.port=0", "--fanout.prefix=" + prefix,
                "--fanout.provision=true", "--fanout.auditor.window=PT20M", "--fanout.auditor.lateness=0s",
                "--fanout.auditor.catalogue.contents=film", "--fanout.auditor.catalogue.ads=ad");
    }

    private static Instant threeMinutesBeforeTheEndOrNow(Instant time) {
        var latest = Window.at(time, Duration.ofMinutes(20)).end().minus(Duration.ofMinutes(3));
        return time.isBefore(latest) ? time : latest;
    }

    private void setTheClock(ConfigurableApplicationContext context) {
        var behind = Duration.between(Instant.now(), now);
        context.getBeanFactory().registerSingleton("clock", Clock.offset(Clock.systemUTC(), behind));
    }

    @AfterAll
    void stop() {
        observer.close();
    }

    @Test
    void who_sends_an_event_again_is_named_with_the_event_and_how_often() {
        var view = view("repeats", 1, now);
        publish(view, view, view);
        var said = "{\"kind\":\"duplicate\",\"host_id\":\"repeats\",\"count\":2,\"examples\":[\"%s\"]}";
        eventually(() -> assertThat(get("/anomalies?host_id=repeats"))
                .isEqualTo("{\"auditor\":\"chaos-observer\",\"anomalies\":[" + said.formatted(view.eventId()) + "]}"));
        assertThat(get("/hosts/repeats")).contains("\"views\":1").contains("\"times\":2");
        eventually(() -> assertThat(get("/anomalies?host_id=repeats&window=PT1H"))
                .contains("\"kind\":\"duplicate\"", "\"window\":\""));
    }

    @Test
    void what_is_wrong_about_times_numbers_contents_and_ads_is_told_by_kind() {
        oneByOne(view("strange", 1, now), view("strange", 2, now.minus(Duration.ofMinutes(6))),
                view("strange", 3, now.plus(Duration.ofMinutes(30))), view("strange", 8, now));
        eventually(() -> assertThat(get("/ledger/summary")).contains("\"strange\":4"));
        oneByOne(view("strange", 6, now),
                new ViewRecorded(UUID.randomUUID(), "strange", "pirate", "spam", now, 9L));
        eventually(() -> assertThat(get("/ledger/summary")).contains("\"strange\":6"));
        assertThat(get("/hosts/strange", MediaType.TEXT_PLAIN).lines().map(line -> line.replaceAll(" +", " ")))
                .anyMatch(line -> line.startsWith("late 1 "))
                .anyMatch(line -> line.startsWith("future 1 "))
                .anyMatch(line -> line.startsWith("out_of_order 1 "))
                .contains("gap 3 7 4..5", "unknown_content 1 pirate", "unknown_ad 1 spam");
        assertThat(get("/hosts")).contains("\"host_id\":\"strange\",\"views\":6")
                .contains("\"contents\":[{\"id\":\"film\"");
    }

    @Test
    void a_window_closes_by_our_clock_when_all_is_done_and_what_comes_later_is_counted_as_that() {
        publish(view("punctual", 1, now));
        eventually(() -> assertThat(get("/ledger/summary")).contains("\"punctual\":1"));
        var inAnHour = Clock.fixed(now.plus(Duration.ofHours(1)), ZoneOffset.UTC);
        var state = observer.getBean(StateStore.class);
        var ledger = observer.getBean(Ledger.class);
        var rules = observer.getBean(AuditorSettings.class);
        new CloseWindows(ledger, rules, state, () -> now, inAnHour).closeDue();
        assertThat(state.find(ledger.closed()).orElse(ClosedUntil.NONE).has(rules.windowOf(now))).isFalse();
        var backlog = observer.getBean(Backlog.class);
        var close = new CloseWindows(
                ledger, rules, state, () -> backlog.doneUntil().plus(Duration.ofHours(1)), inAnHour);
        eventually(() -> {
            close.closeDue();
            assertThat(state.find(ledger.closed()).orElse(ClosedUntil.NONE).has(rules.windowOf(now))).isTrue();
        });
        publish(view("punctual", 2, now));
        var host = ledger.inWindow(rules.windowOf(now), Ledger.BY_HOST, "punctual");
        eventually(() -> assertThat(state.sum(host, Ledger.AFTER_CLOSE)).isEqualByComparingTo("1"));
        assertThat(state.sum(host, Ledger.VIEWS)).isEqualByComparingTo("2");
    }

    @Test
    void a_host_with_too_much_of_the_traffic_is_in_the_figures_for_prometheus_and_in_a_table() {
        publish(IntStream.rangeClosed(1, 100).mapToObj(i -> view("greedy", i, now)).toArray(ViewRecorded[]::new));
        eventually(() -> assertThat(get("/ledger/summary")).contains("\"greedy\":100"));
        assertThat(get("/anomalies", MediaType.TEXT_PLAIN)).contains("KIND")
                .containsPattern("dominant_host +greedy +100");
        observer.getBean(AnomalyMetrics.class).refresh();
        var gauge = observer.getBean(MeterRegistry.class).get("fanout.auditor.anomalies").tag("kind", "dominant_host");
        assertThat(gauge.gauge().value()).isEqualTo(100);
    }

    @Test
    void windows_are_as_long_as_somebody_asks_if_they_are_made_of_whole_ones() {
        publish(view("steady", 1, Window.at(now, Duration.ofHours(1)).start()), view("steady", 2, now));
        eventually(() -> assertThat(get("/ledger/summary")).contains("\"steady\":2"));
        eventually(() -> assertThat(get("/hosts?window=PT1H")).contains("\"host_id\":\"steady\",\"views\":2"));
    }

    @Test
    void another_window_and_a_host_that_nobody_heard_of_are_answered_with_a_reason() {
        for (var path : List.of("/anomalies?window=PT7M", "/hosts?window=PT2H"))
            assertThatThrownBy(() -> get(path))
                    .isInstanceOf(HttpClientErrorException.BadRequest.class)
                    .hasMessageContaining("window must be a multiple of PT20M, at most PT1H");
        assertThatThrownBy(() -> get("/hosts/nobody")).isInstanceOf(HttpClientErrorException.NotFound.class);
    }

    @Test
    void the_entries_of_a_host_are_paged_in_the_order_in_which_they_came() {
        publish(IntStream.range(0, 7).mapToObj(i -> view("talker", i, now)).toArray(ViewRecorded[]::new));
        var path = "/ledger/events?host_id=talker&limit=3";
        eventually(() -> {
            var found = new ArrayList<String>();
            var page = JsonMapper.shared().readTree(get(path));
            while (page.has("next")) {
                page.path("events").forEach(event -> found.add(event.path("position").asString()));
                page = JsonMapper.shared().readTree(get(path + "&after=" + page.path("next").asString()));
            }
            page.path("events").forEach(event -> found.add(event.path("position").asString()));
            assertThat(found).hasSize(7).isSorted().doesNotHaveDuplicates();
        });
    }

    private void publish(ViewRecorded... views) {
        publisher.publishTo(Fanout.VIEW_EVENTS_CHAOS, views);
    }

    /** Each is there before the next is sent: a standard queue keeps no order. */
    private void oneByOne(ViewRecorded... views) {
        for (var view : views) {
            publish(view);
            eventually(() -> assertThatCode(() -> get("/ledger/events/" + view.eventId())).doesNotThrowAnyException());
        }
    }

    private String get(String path) {
        return get(path, MediaType.ALL);
    }

    private String get(String path, MediaType accepted) {
        var port = observer.getEnvironment().getRequiredProperty("local.server.port");
        var request = RestClient.create("http://localhost:" + port).get().uri(path).accept(accepted);
        return String.valueOf(request.retrieve().body(String.class));
    }

    private static ViewRecorded view(String host, long sequence, Instant claimed) {
        return new ViewRecorded(UUID.randomUUID(), host, "film", "ad", claimed, sequence);
    }
}
