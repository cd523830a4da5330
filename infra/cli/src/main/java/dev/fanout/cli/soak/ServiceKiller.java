package dev.fanout.cli.soak;

import dev.fanout.cli.console.Terminal;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Kills one service after another, with kill -9. */
final class ServiceKiller {
    /** Who may be killed: what runs under the name of a service and is ours. */
    interface Victims {
        Optional<ProcessHandle> service(String name);
    }

    private final Terminal terminal;
    private final Victims victims;
    private final Duration pause;
    private final Random random;
    private final Map<String, Integer> kills = new TreeMap<>();

    ServiceKiller(Terminal terminal, Victims victims, Duration pause, long seed) {
        this.terminal = terminal;
        this.victims = victims;
        this.pause = pause;
        this.random = new Random(seed);
    }

    /** With no pause to keep, it kills nobody. */
    void workUntil(Instant end) {
        if (pause.isZero()) return;
        try {
            Thread.sleep(pause);
            while (Instant.now().isBefore(end)) {
                killOne();
                Thread.sleep(pause);
            }
        } catch (InterruptedException _) {
            // the traffic is over
        }
    }

    private void killOne() {
        var services = new ArrayList<>(Fanout.TOPOLOGY.services());
        Collections.shuffle(services, random);
        // one that was killed just now may not be back yet
        services.stream().map(this::victim).flatMap(Optional::stream).findFirst().ifPresent(this::kill);
    }

    private void kill(Victim victim) {
        if (!victim.process().destroyForcibly()) return;
        kills.merge(victim.name(), 1, Integer::sum);
        terminal.line("  killed %s (pid %d)".formatted(victim.name(), victim.process().pid()));
    }

    private record Victim(String name, ProcessHandle process) {}

    private Optional<Victim> victim(Service service) {
        return victims.service(service.name()).map(process -> new Victim(service.name(), process));
    }

    Map<String, Integer> kills() {
        return kills;
    }
}
