package dev.fanout.auditor.peers;

import static dev.fanout.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.auditor.peers.keys.KeyFolder;
import dev.fanout.auditor.peers.keys.PublicKeys;
import dev.fanout.auditor.peers.network.Peers;
import dev.fanout.auditor.peers.store.MissedEvents;
import dev.fanout.auditor.peers.store.VoteJournal;
import dev.fanout.auditor.peers.store.VoteTable;
import dev.fanout.auditor.peers.store.WindowCalendar;
import dev.fanout.auditor.peers.store.WindowSnapshots;
import dev.fanout.auditor.peers.verdict.VerdictStore;
import dev.fanout.auditor.peers.verdict.VoteMetrics;
import dev.fanout.auditor.peers.verdict.WindowVerdict;
import dev.fanout.auditor.vote.Output;
import dev.fanout.auditor.vote.VoterSettings;
import dev.fanout.auditor.vote.merkle.ViewEvent;
import dev.fanout.messaging.StateStore;
import dev.fanout.testing.OnFanoutStack;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Three votes on real tables, with a store that fails now and then and a network that is a map. */
@OnFanoutStack
@SpringBootTest(properties = "fanout.auditor.vote.enabled=false", webEnvironment = SpringBootTest.WebEnvironment.MOCK)
class VoteTest {
    private static final double OFTEN = 0.02;

    private final FlakyStore state;
    private final Instant window = new WindowCalendar(GivenWindows.LENGTH).start(
            new WindowCalendar(GivenWindows.LENGTH).number(Instant.now()) - 1);
    private final Map<String, Vote> network = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path keys;

    @Autowired
    VoteTest(StateStore state) {
        this.state = new FlakyStore(state, 7, OFTEN);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private record Auditor(VerdictStore verdicts, SimpleMeterRegistry meters) {}

    @Test
    void with_a_store_that_often_fails_all_come_to_the_same_verdict_and_nobody_is_taken_for_a_liar() {
        var known = IntStream.range(0, 20).mapToObj(i -> event("host")).toList();
        var auditors = new ArrayList<Auditor>();
        for (var service : Fanout.TOPOLOGY.voters())
            auditors.add(start(service, auditors.isEmpty() ? known.subList(0, 18) : known));
        for (var auditor : auditors) {
            eventually(() -> assertThat(auditor.verdicts.last())
                    .singleElement().satisfies(verdict -> assertThat(verdict.isFinal()).isTrue()));
            var verdict = auditor.verdicts.last().getFirst();
            assertThat(verdict.hosts()).isEqualTo(auditors.getFirst().verdicts.last().getFirst().hosts());
            assertThat(verdict.hosts().getFirst().reconciled()).isEqualTo(20);
            assertThat(verdict.missed()).extracting(WindowVerdict.Missed::auditor).containsOnly("auditor-a").hasSize(2);
            assertThat(auditor.meters.find("fanout.auditor.caught").counters()).isEmpty();
        }
    }

    @Test
    void nothing_is_sent_before_what_stands_above_it_is_kept() {
        var sent = new ArrayList<String>();
        var outbox = outbox(Fanout.TOPOLOGY.voters().getFirst(), new GivenWindows(window, List.of()), sent);
        var outputs = List.<Output>of(new Output.Keep(1, new byte[1]), new Output.Send("auditor-b", new byte[1]));
        state.fails(2);
        assertThatThrownBy(() -> outbox.carryOut(outputs)).hasMessage("the store does not answer");
        assertThat(sent).isEmpty();
        state.fails(0);
        outbox.carryOut(outputs);
        assertThat(sent).containsExactly("auditor-b");
    }

    private Auditor start(Service service, List<ViewEvent> events) {
        var ledger = new GivenWindows(window, events);
        var table = shelf(service);
        var frozen = new WindowSnapshots(table, ledger);
        var meters = new SimpleMeterRegistry();
        var verdicts = new VerdictStore(table, frozen, new VoteMetrics(meters));
        var outbox = outbox(service, verdicts, new VoteMetrics(meters), new ArrayList<>());
        var signer = new KeyFolder(keys.resolve(service.name(), "own.key"), publicKeys(service), service.name()).seal();
        var vote = new Vote(settings(service), signer, new VoteJournal(table), frozen,
                new ClosedWindowFeed(table.calendar(), ledger, frozen), outbox, table);
        network.put(service.name(), vote);
        threads.submit(() -> {
            vote.run();
            return service;
        });
        return new Auditor(verdicts, meters);
    }

    private PublicKeys publicKeys(Service service) {
        return new PublicKeys(keys, keys.resolve(service.name(), "peers"), new SimpleMeterRegistry());
    }

    private OutputExecutor outbox(Service service, GivenWindows ledger, List<String> sent) {
        var metrics = new VoteMetrics(new SimpleMeterRegistry());
        return outbox(service, new VerdictStore(shelf(service), new WindowSnapshots(shelf(service), ledger), metrics),
                metrics, sent);
    }

    private OutputExecutor outbox(Service service, VerdictStore verdicts, VoteMetrics metrics, List<String> sent) {
        var table = shelf(service);
        return new OutputExecutor(new VoteJournal(table), new Wires(service.name(), sent), verdicts,
                new MissedEvents(table, service.name()),
                metrics, table.calendar());
    }

    private VoteTable shelf(Service service) {
        return new VoteTable(state, service, new WindowCalendar(GivenWindows.LENGTH), Clock.systemUTC());
    }

    private static VoterSettings settings(Service service) {
        var others = Fanout.TOPOLOGY.voters().stream().map(Service::name).filter(it -> !it.equals(service.name()));
        return new VoterSettings(service.name(), others.toList(), Duration.ofMillis(200), Duration.ofSeconds(1),
                Duration.ofMinutes(1), VoteTable.KEPT);
    }

    private static ViewEvent event(String host) {
        return new ViewEvent(UUID.randomUUID(), host, host.getBytes());
    }

    private final class Wires implements Peers {
        private final String from;
        private final List<String> sent;

        Wires(String from, List<String> sent) {
            this.from = from;
            this.sent = sent;
        }

        @Override
        public void send(String to, byte[] message) {
            sent.add(to);
            var vote = network.get(to);
            if (vote != null) vote.hear(from, message);
        }

        @Override
        public SortedSet<String> visible() {
            return new TreeSet<>(network.keySet());
        }

        @Override
        public void close() {}
    }
}
