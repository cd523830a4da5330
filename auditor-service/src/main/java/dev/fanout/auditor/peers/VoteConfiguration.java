package dev.fanout.auditor.peers;

import dev.fanout.auditor.peers.api.OnlyVoters;
import dev.fanout.auditor.peers.keys.KeyFolder;
import dev.fanout.auditor.peers.keys.PublicKeys;
import dev.fanout.auditor.peers.network.PeerNetwork;
import dev.fanout.auditor.peers.store.LedgerView;
import dev.fanout.auditor.peers.store.MissedEvents;
import dev.fanout.auditor.peers.store.VoteJournal;
import dev.fanout.auditor.peers.store.VoteTable;
import dev.fanout.auditor.peers.store.WindowCalendar;
import dev.fanout.auditor.peers.store.WindowSnapshots;
import dev.fanout.auditor.peers.verdict.VerdictStore;
import dev.fanout.auditor.peers.verdict.VoteMetrics;
import dev.fanout.messaging.StateStore;
import dev.fanout.topology.Service;
import dev.fanout.topology.Topology;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the vote together, in auditors that vote. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VoteSettings.class)
@OnlyVoters
class VoteConfiguration {

    @Bean
    WindowCalendar calendar(LedgerView ledger) {
        return new WindowCalendar(ledger.length());
    }

    @Bean
    VoteTable shelf(StateStore state, Service auditor, WindowCalendar calendar, Clock clock) {
        return new VoteTable(state, auditor, calendar, clock);
    }

    @Bean
    WindowSnapshots frozenWindows(VoteTable table, LedgerView ledger) {
        return new WindowSnapshots(table, ledger);
    }

    @Bean
    VoteMetrics voteMetrics(MeterRegistry meters) {
        return new VoteMetrics(meters);
    }

    @Bean
    VerdictStore verdicts(VoteTable table, WindowSnapshots frozen, VoteMetrics metrics, MeterRegistry meters) {
        var verdicts = new VerdictStore(table, frozen, metrics);
        Gauge.builder("fanout.auditor.unsettled", verdicts, VerdictStore::unsettled)
                .description("of the last windows with views, how many have no final verdict")
                .register(meters);
        return verdicts;
    }

    @Bean
    MissedEvents missedEvents(VoteTable table, Service auditor) {
        return new MissedEvents(table, auditor.name());
    }

    @Bean
    PublicKeys publicKeys(VoteSettings settings, Service auditor, MeterRegistry meters) {
        return new PublicKeys(settings.keys(), settings.pinnedBy(auditor), meters);
    }

    @Bean
    PeerNetwork network(
            VoteSettings settings, Service auditor, Topology topology, Clock clock, MeterRegistry meters) {
        return new PeerNetwork(auditor.name(), others(topology, auditor), settings.places(topology), clock, meters);
    }

    @Bean
    VoteLifecycle voteLife(
            VoteSettings settings, Service auditor, Topology topology, VoteTable table, LedgerView ledger,
            WindowSnapshots frozen, VerdictStore verdicts, MissedEvents missed, VoteMetrics metrics,
            PublicKeys publicKeys, PeerNetwork network, Environment environment) {
        var others = others(topology, auditor);
        var rules = settings.rules(auditor.name(), others);
        var journal = new VoteJournal(table);
        var outputs = new OutputExecutor(journal, network, verdicts, missed, metrics, table.calendar());
        var closedWindows = new ClosedWindowFeed(table.calendar(), ledger, frozen);
        return new VoteLifecycle(
                auditor.name(), others,
                new KeyFolder(settings.privateKeyOf(auditor), publicKeys, auditor.name()), network,
                () -> settings.own(portOf(auditor, environment)), verdicts, metrics,
                signer -> new Vote(rules, signer, journal, frozen, closedWindows, outputs, table));
    }

    private static List<String> others(Topology topology, Service auditor) {
        return topology.voters().stream().map(Service::name).filter(it -> !it.equals(auditor.name())).toList();
    }

    private static int portOf(Service auditor, Environment environment) {
        return environment.getProperty("local.server.port", Integer.class, auditor.port());
    }
}
