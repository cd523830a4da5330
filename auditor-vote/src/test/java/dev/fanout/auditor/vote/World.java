package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.message.Signer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Three auditors in one process, with the network and the clock in the hands of a {@link History}. */
class World {
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final Duration RESEND = Duration.ofSeconds(1);
    private static final Duration SLOWEST = Duration.ofSeconds(20);

    private final History history;
    private final Random random;
    private final Function<String, Signer> seals;
    private final List<Station> stations = new ArrayList<>();
    private final List<Flying> flying = new ArrayList<>();
    private final Set<Set<Integer>> cuts = new HashSet<>();
    private final Consumer<Object> diary;
    private Instant now = Instant.EPOCH;

    record Flying(int from, int to, byte[] bytes) {
        @Override
        public String toString() {
            return "  " + "abcx".charAt(from) + " to " + "abcx".charAt(to) + ": " + Distortion.inWords(bytes);
        }
    }

    /** @param diary is told what happens */
    World(History history, Function<String, Signer> seals, Consumer<Object> diary) {
        this.history = history;
        this.diary = diary;
        this.random = new Random(history.seed());
        this.seals = seals;
        for (var station = 0; station < 3; station++) stations.add(station(station));
        if (history.fault() == Fault.EQUIVOCATING) stations.add(station(History.TWIN));
    }

    /** @throws AssertionError where a promise was broken */
    World run() {
        var promises = new Promises(history, honest());
        for (var step : history.steps()) {
            happen(step);
            promises.neverDifferent();
        }
        heal(promises);
        promises.kept();
        return this;
    }

    List<Station> honest() {
        return stations.stream().filter(station -> !station.name.equals(NAMES.get(history.faulty()))
                || history.fault() == Fault.NOTHING || history.fault() == Fault.CRASHING).toList();
    }

    private void happen(Step step) {
        diary.accept(step);
        switch (step) {
            case Step.Close(var station, var window) -> at(station).close(window % history.windows());
            case Step.Deliver(var pick) -> deliver(pick, true);
            case Step.Repeat(var pick) -> deliver(pick, false);
            case Step.Lose(var pick) -> {
                if (!flying.isEmpty()) diary.accept(flying.remove(pick % flying.size()));
            }
            case Step.Wait(var millis) -> pass(Duration.ofMillis(millis));
            case Step.Crash(var station, var after) -> at(station).crashAfter(after);
            case Step.Start(var station) -> at(station).start();
            case Step.Cut(var one, var other) -> cuts.add(Set.of(one, other));
            case Step.Mend(var one, var other) -> cuts.remove(Set.of(one, other));
        }
    }

    /** Everybody is there, and nothing is lost any more. */
    private void heal(Promises promises) {
        diary.accept("healing");
        cuts.clear();
        stations.forEach(Station::start);
        for (var window = 0; window < history.windows(); window++) for (var station : stations) station.close(window);
        var enough = history.fault().letsEveryWindowBeDecided() ? 12 : 4;
        for (var round = 0; round < enough && !promises.allDecided(); round++) {
            deliverAll();
            pass(SLOWEST);
        }
        // What is decided does not change when still more is heard.
        deliverAll();
        pass(SLOWEST);
        deliverAll();
    }

    private void deliverAll() {
        while (!flying.isEmpty()) deliver(history.calm() ? 0 : random.nextInt(flying.size()), true);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        stations.forEach(station -> station.tick(now));
    }

    private void deliver(int pick, boolean once) {
        if (flying.isEmpty()) return;
        var index = pick % flying.size();
        var message = once ? flying.remove(index) : flying.get(index);
        if (cuts.contains(Set.of(place(message.from), place(message.to)))) return;
        diary.accept(message);
        at(message.to).receive(message.bytes);
    }

    private void send(int from, String to, byte[] message) {
        var sent = distorted(from, message);
        for (var station = 0; station < stations.size(); station++)
            if (stations.get(station).name.equals(to) && sent != null && talks(from, to))
                flying.add(new Flying(from, station, sent));
    }

    /** A second self and the first share the peers: each has one, or both have both, as it comes. */
    private boolean talks(int from, String to) {
        if (history.fault() != Fault.EQUIVOCATING || place(from) != history.faulty()) return true;
        var second = from == History.TWIN;
        return switch ((int) (history.seed() % 3)) {
            case 0 -> second != to.equals(NAMES.get((history.faulty() + 1) % 3));
            case 1 -> random.nextInt(3) > 0;
            default -> !second || random.nextInt(10) == 0;
        };
    }

    private byte @Nullable [] distorted(int from, byte[] message) {
        if (from != history.faulty()) return message;
        return switch (history.fault()) {
            case MUTE -> Distortion.mute(message);
            case MISANSWERING -> random.nextBoolean() ? Distortion.misanswer(seal(from), message) : message;
            default -> message;
        };
    }

    /** A second self sits where the first one does. */
    private int place(int station) {
        return station == History.TWIN ? history.faulty() : station;
    }

    private Station at(int station) {
        return stations.get(station % stations.size());
    }

    private Station station(int station) {
        var name = NAMES.get(place(station));
        var others = NAMES.stream().filter(other -> !other.equals(name)).toList();
        var settings = new VoterSettings(name, others, RESEND, SLOWEST, Duration.ofSeconds(5), 100);
        var amnesiac = history.fault() == Fault.AMNESIAC && station == history.faulty();
        return new Station(settings, seal(station), late -> ledger(station, late), !amnesiac,
                (to, message) -> send(station, to, message));
    }

    private Signer seal(int station) {
        return seals.apply(NAMES.get(place(station)));
    }

    private TestLedger ledger(int station, Predicate<Long> late) {
        var ledger = new TestLedger();
        for (var held : history.events())
            if (held.by(station) && (!held.late() || late.test(held.window())))
                ledger.holds(held.window(), List.of(held.event()));
        if (station == history.faulty())
            history.more().forEach(more -> ledger.countsMore(more.window(), more.host(), more.more()));
        return ledger;
    }
}
