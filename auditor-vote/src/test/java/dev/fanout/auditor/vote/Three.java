package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.message.Signer;
import dev.fanout.auditor.vote.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Three auditors with ledgers, on a network that loses nothing. */
class Three {
    static final List<String> NAMES = List.of("a", "b", "c");

    final Map<String, TestLedger> ledgers = new HashMap<>();
    final Map<String, List<Output>> outputs = new HashMap<>();
    private final Map<String, Voter> voters = new HashMap<>();
    private final Map<String, List<byte[]>> journals = new HashMap<>();
    private final Set<String> down = new HashSet<>();
    private final Deque<Output.Send> flying = new ArrayDeque<>();
    private final Function<String, Signer> seals;
    /** How often what was sent, was received: in how many one-way network delays. */
    int rounds;
    private Instant now = Instant.EPOCH;

    Three() {
        this(TestSeal::new);
    }

    Three(Function<String, Signer> seals) {
        this.seals = seals;
        for (var name : NAMES) {
            ledgers.put(name, new TestLedger());
            outputs.put(name, new ArrayList<>());
            journals.put(name, new ArrayList<>());
            starts(name);
        }
    }

    static VoterSettings settings(String name) {
        return VoterSettings.of(name, NAMES.stream().filter(other -> !other.equals(name)).toList());
    }

    TestLedger ledger(String name) {
        return Objects.requireNonNull(ledgers.get(name));
    }

    void isDown(String name) {
        down.add(name);
        voters.remove(name);
    }

    void starts(String name) {
        down.remove(name);
        voters.put(name, new Voter(settings(name), seals.apply(name), ledger(name), journal(name), Long.MIN_VALUE));
    }

    List<byte[]> journal(String name) {
        return Objects.requireNonNull(journals.get(name));
    }

    Voter voter(String name) {
        return Objects.requireNonNull(voters.get(name));
    }

    /** All that are there close it, and talk until nobody has anything to say. */
    void close(long window) {
        for (var name : NAMES) if (!down.contains(name)) carryOut(name, voter(name).close(window));
        talk();
    }

    void pass(Duration time) {
        now = now.plus(time);
        for (var name : NAMES) if (!down.contains(name)) carryOut(name, voter(name).tick(now));
        talk();
    }

    void receives(String name, byte[] message) {
        carryOut(name, voter(name).receive(message));
        talk();
    }

    List<Verdict> verdicts(String name) {
        return told(name, Output.Decided.class).stream().map(Output.Decided::verdict).toList();
    }

    Verdict verdict(String name) {
        return verdicts(name).getLast();
    }

    <T extends Output> List<T> told(String name, Class<T> kind) {
        return Objects.requireNonNull(outputs.get(name)).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void talk() {
        for (; !flying.isEmpty(); rounds++) {
            var together = List.copyOf(flying);
            flying.clear();
            for (var next : together)
                if (!down.contains(next.to())) carryOut(next.to(), voter(next.to()).receive(next.message()));
        }
    }

    private void carryOut(String name, List<Output> steps) {
        for (var output : steps) {
            Objects.requireNonNull(outputs.get(name)).add(output);
            if (output instanceof Output.Keep(_, var line)) journal(name).add(line);
            if (output instanceof Output.Send send) flying.addLast(send);
        }
    }
}
