package dev.fanout.messaging.crash;

import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.ActionRejected;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.action.ActionParts;
import dev.fanout.messaging.action.ActionPipeline;
import dev.fanout.messaging.action.ActionReceiver;
import dev.fanout.messaging.lease.Heartbeat;
import dev.fanout.messaging.lease.LeaseTimes;
import dev.fanout.topology.Fanout;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Mails: outside DynamoDB, so at least once; twice only where nobody can know whether the first one went out. */
final class Mailing implements Workload {
    private static final Set<String> NEVER_SENT = Set.of("refused", "failing");
    private static final LeaseTimes TIMES = LeaseTimes.below(ModelQueue.VISIBILITY);

    private final boolean inOrder;
    private final Script script = new Script();
    private final List<String> sent = new ArrayList<>();
    /** By name: how often a mail may have gone out without its note. */
    private final Map<String, Integer> inDoubt = new HashMap<>();
    /** By name: how often its owner was lost, or its mail server gave no answer. */
    private final Map<String, Integer> fairAttempts = new HashMap<>();

    Mailing(boolean inOrder) {
        this.inOrder = inOrder;
    }

    record Mail(String of) {}

    @Override
    public void fill(ModelQueue queue) {
        var plain = script.event("plain", 1);
        queue.send(plain, group("a"));
        queue.send(script.event("failing", 1), group("a"));
        if (!inOrder) queue.send(plain, group("a"));
        queue.send(script.event("long", 1), group("a"));
        queue.send(script.event("refused", 1), group("b"));
        queue.send(script.event("last", 1), group("b"));
    }

    private Optional<String> group(String name) {
        return inOrder ? Optional.of(name) : Optional.empty();
    }

    /** Actions run side by side, but in a group; more than one group at once would mix the order of the calls. */
    @Override
    public int batch() {
        return 1;
    }

    @Override
    public Instance instance(World world, Calls.Life life) {
        var parts = world.tables.parts(world.calls, life, world.clock);
        Deque<Runnable> beats = new ArrayDeque<>();
        Heartbeat heartbeat = (beat, _) -> {
            beats.push(beat);
            return beats::pop;
        };
        var actions = new ActionReceiver(new ActionPipeline(new ActionParts(
                script.subscriber(), event -> perform((OrderEvent) event, world, life, beats), world.codec,
                parts.leases(), parts.effects(world.random()), TIMES, heartbeat,
                delivery -> world.queue.visibleAfter(delivery, ModelQueue.VISIBILITY),
                world.backoff(), _ -> {}, world.clock, world.metrics)));
        return deliveries -> {
            try {
                return actions.submit(deliveries).stream().map(CompletableFuture::join).toList();
            } catch (CompletionException e) {
                if (e.getCause() instanceof Death death) throw death;
                throw e;
            }
        };
    }

    private Changes perform(OrderEvent order, World world, Calls.Life life, Deque<Runnable> beats) throws Exception {
        var name = order.orderId();
        if (name.equals("refused")) throw new ActionRejected("550 no such user", new IllegalStateException());
        if (name.equals("failing")) throw new IOException("no mail server");
        if (name.equals("long")) for (int i = 0; i < 2; i++) beat(world, beats);
        try {
            world.calls.pass(life, new SendMail(name, sent));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return Changes.NONE.put(mail(name), new Mail(name));
    }

    private static void beat(World world, Deque<Runnable> beats) throws InterruptedException {
        world.clock.advance(TIMES.lease().dividedBy(3));
        beats.element().run();
        if (Thread.interrupted()) throw new InterruptedException("the lease is lost");
    }

    /** What the mail server takes. */
    private record SendMail(String mail, List<String> sent) implements Call<Boolean> {
        @Override
        public String name() {
            return "Mail " + mail;
        }

        @Override
        public Set<Fault> faults() {
            return Fault.AT_EFFECTS;
        }

        @Override
        public Boolean make() {
            return sent.add(mail);
        }

        @Override
        public RuntimeException failure(Fault fault) {
            return new UncheckedIOException(new IOException("the mail server does not answer"));
        }
    }

    @Override
    public void owedTo(Fault fault, Call<?> call, World world) {
        if (fault.endsTheProcess()) {
            leased(world).forEach(name -> {
                add(fairAttempts, name);
                if (sent.contains(name)) add(inDoubt, name);
            });
        } else if (call instanceof SendMail mail) {
            add(fairAttempts, mail.mail());
            add(inDoubt, mail.mail());
        }
    }

    /** Whoever sleeps between taking the lease and sending the mail sends it when it wakes up. */
    @Override
    public void takenOver(World world) {
        leased(world).forEach(name -> {
            add(fairAttempts, name);
            add(inDoubt, name);
        });
    }

    private List<String> leased(World world) {
        return script.names().stream()
                .filter(name -> world.tables.state(script.markerOf(name)).equals(Optional.of("leased")))
                .toList();
    }

    private static void add(Map<String, Integer> counts, String name) {
        counts.merge(name, 1, Integer::sum);
    }

    @Override
    public void check(World world) {
        for (var name : script.names()) {
            if (NEVER_SENT.contains(name)) checkParked(name, world);
            else checkSent(name, world);
        }
        world.problems.same(script.namesOf(world.queue.parked), NEVER_SENT, "what is parked");
        world.problems.same(leased(world), List.of(), "leases left");
        if (inDoubt.isEmpty() && fairAttempts.isEmpty())
            world.problems.same(doubts(world), 0.0, "what is in doubt, for nothing,");
        if (inOrder) checkOrder(world);
    }

    private void checkSent(String name, World world) {
        var marker = script.markerOf(name);
        var times = Collections.frequency(sent, name);
        var problems = world.problems;
        problems.unless(times >= 1, name + " was not sent");
        problems.unless(times == 1 || shown(world) > 0, "the second mail of " + name + " shows in no metric");
        problems.unless(times <= 1 + inDoubt.getOrDefault(name, 0), name + " was sent " + times + " times");
        problems.unless(world.tables.isDone(marker), name + " is not done");
        problems.same(world.tables.state(marker), Optional.of("done"), "the state of " + name);
        problems.unless(world.tables.state().find(mail(name)).isPresent(), "what is kept of " + name + " is not there");
        var charged = world.tables.attempts(marker);
        problems.unless(
                charged <= fairAttempts.getOrDefault(name, 0), charged + " attempts were charged to " + name);
    }

    /** A mail server that takes a mail and does not answer is no doubt of ours: the attempt failed. */
    private static double shown(World world) {
        if (world.calls.happened().keySet().stream().anyMatch(at -> world.calls.names().get(at - 1).startsWith("Mail")))
            return 1;
        return doubts(world);
    }

    private static double doubts(World world) {
        return world.meters.get("fanout.effects.in.doubt").counters().stream().mapToDouble(Counter::count).sum();
    }

    private void checkParked(String name, World world) {
        var problems = world.problems;
        problems.unless(!sent.contains(name), name + " was sent");
        problems.unless(!world.tables.isDone(script.markerOf(name)), name + " is done");
        // Who slept while another parked it tries it once more when it wakes up: that is its first attempt again.
        if (!world.calls.anyOf(Fault.OVERTAKEN_BEFORE, Fault.OVERTAKEN_AFTER))
            problems.same(world.tables.state(script.markerOf(name)), Optional.of("parked"), "the state of " + name);
        for (var parked : world.queue.parked) {
            if (!script.nameOf(parked.body()).equals("failing") || !name.equals("failing")) continue;
            problems.unless(
                    parked.why().attempts() >= Script.MAX_ATTEMPTS,
                    "failing was parked after " + parked.why().attempts() + " attempts");
        }
    }

    private void checkOrder(World world) {
        var first = List.copyOf(new LinkedHashSet<>(sent));
        world.problems.unless(first.indexOf("plain") < first.indexOf("long"), "the order of mails was " + first);
        world.problems.same(new HashSet<>(first), Set.of("plain", "long", "last"), "what was sent");
    }

    private Key<Mail> mail(String name) {
        return new Key<>(Fanout.INVENTORY, "mail#" + script.user(1) + name, Mail.class);
    }
}
