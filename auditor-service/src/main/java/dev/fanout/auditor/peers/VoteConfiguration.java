package dev.fanout.auditor.peers;

import dev.fanout.auditor.peers.network.Network;
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
    Calendar calendar(ClosedWindows ledger) {
        return new Calendar(ledger.length());
    }

    @Bean
    Shelf shelf(StateStore state, Service auditor, Calendar calendar, Clock clock) {
        return new Shelf(state, auditor, calendar, clock);
    }

    @Bean
    FrozenWindows frozenWindows(Shelf shelf, ClosedWindows ledger) {
        return new FrozenWindows(shelf, ledger);
    }

    @Bean
    VoteMetrics voteMetrics(MeterRegistry meters) {
        return new VoteMetrics(meters);
    }

    @Bean
    Verdicts verdicts(Shelf shelf, FrozenWindows frozen, VoteMetrics metrics, MeterRegistry meters) {
        var verdicts = new Verdicts(shelf, frozen, metrics);
        Gauge.builder("fanout.auditor.unsettled", verdicts, Verdicts::unsettled)
                .description("of the last windows with views, how many have no final verdict")
                .register(meters);
        return verdicts;
    }

    @Bean
    MissedEvents missedEvents(Shelf shelf, Service auditor) {
        return new MissedEvents(shelf, auditor.name());
    }

    @Bean
    PublicKeys publicKeys(VoteSettings settings, Service auditor, MeterRegistry meters) {
        return new PublicKeys(settings.keys(), settings.pinnedBy(auditor), meters);
    }

    @Bean
    Network network(
            VoteSettings settings, Service auditor, Topology topology, Clock clock, MeterRegistry meters) {
        return new Network(auditor.name(), others(topology, auditor), settings.places(topology), clock, meters);
    }

    @Bean
    VoteLife voteLife(
            VoteSettings settings, Service auditor, Topology topology, Shelf shelf, ClosedWindows ledger,
            FrozenWindows frozen, Verdicts verdicts, MissedEvents missed, VoteMetrics metrics,
            PublicKeys publicKeys, Network network, Environment environment) {
        var others = others(topology, auditor);
        var rules = settings.rules(auditor.name(), others);
        var journal = new Journal(shelf);
        var outbox = new Outbox(journal, network, verdicts, missed, metrics, shelf.calendar());
        var closing = new Closing(shelf.calendar(), ledger, frozen);
        return new VoteLife(
                auditor.name(), others,
                new KeyFolder(settings.privateKeyOf(auditor), publicKeys, auditor.name()), network,
                () -> settings.own(portOf(auditor, environment)), verdicts, metrics,
                seal -> new Vote(rules, seal, journal, frozen, closing, outbox, shelf));
    }

    private static List<String> others(Topology topology, Service auditor) {
        return topology.voters().stream().map(Service::name).filter(it -> !it.equals(auditor.name())).toList();
    }

    private static int portOf(Service auditor, Environment environment) {
        return environment.getProperty("local.server.port", Integer.class, auditor.port());
    }
}
