package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.codec.Encoder;
import dev.fanout.auditor.vote.codec.Limits;
import dev.fanout.auditor.vote.merkle.ClaimEntry;
import dev.fanout.auditor.vote.merkle.MerkleTree;
import dev.fanout.auditor.vote.merkle.ViewEvent;
import dev.fanout.auditor.vote.message.FaultProof;
import dev.fanout.auditor.vote.message.Message;
import dev.fanout.auditor.vote.message.SignedStatement;
import dev.fanout.auditor.vote.message.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds out what the peers hold in one window: which events, and then the events themselves. */
final class AntiEntropy {
    private final long window;
    private final Auditor me;
    private final EventSets sets;
    private final Set<ClaimEntry> fetched = new HashSet<>();
    /** Lately, and without an answer yet; what both peers hold is asked of one. */
    private final Set<ClaimEntry> asked = new HashSet<>();

    AntiEntropy(long window, Auditor me) {
        this.window = window;
        this.me = me;
        this.sets = new EventSets(me.name(), me.ledger());
    }

    EventSets sets() {
        return sets;
    }

    void begin(MerkleTree own, SortedMap<String, Statement.Claim> claims, Outputs out) {
        for (var peer : me.settings().others()) {
            var claim = claims.get(peer);
            if (claim == null || sets.of(peer).isPresent()) continue;
            sets.begin(peer, new MerkleDiff(own, claim.root()));
            ask(peer, out);
        }
    }

    /** What was found is in the verdict now. */
    void end() {
        sets.forgetAll();
        fetched.clear();
        asked.clear();
    }

    /** Once more, since an answer may be lost. Turn by turn another peer comes first. */
    void askAgain(int turn, Outputs out) {
        asked.clear();
        var peers = me.settings().others();
        for (var i = 0; i < peers.size(); i++) ask(peers.get((turn + i) % peers.size()), out);
    }

    /** @return the lie, where the page does not open what it says */
    Optional<FaultProof> read(SignedStatement signed, Statement.Page page, MerkleTree own, Outputs out) {
        var descent = sets.of(page.author());
        if (descent.isEmpty() || page.nodes().stream().noneMatch(descent.get()::waitsFor)) return Optional.empty();
        if (!signed.isSealed(me.signer())) return Optional.empty();
        if (!page.isTrue()) return Optional.of(new FaultProof(signed, Optional.empty()));
        var news = 0;
        for (var node : page.nodes()) if (descent.get().open(own, node)) news++;
        if (news > 0) ask(page.author(), out);
        return Optional.empty();
    }

    void answer(Message.Ask ask, MerkleTree own, Outputs out) {
        var nodes = new ArrayList<Statement.Opened>();
        var room = new Room();
        for (var range : ask.ranges()) {
            if (!range.ref().equals(own.ref(range.range())) || room.isTaken()) continue;
            var node = own.node(range.range());
            room.take(Encoder.bytes(node::write).length);
            nodes.add(new Statement.Opened(range.range(), range.ref(), node));
        }
        if (nodes.isEmpty()) return;
        out.send(ask.from(), SignedStatement.by(me.signer(), new Statement.Page(window, me.name(), nodes)));
    }

    void give(Message.Fetch fetch, Outputs out) {
        var events = new ArrayList<ViewEvent>();
        var room = new Room();
        for (var id : fetch.eventIds()) {
            if (room.isTaken()) break;
            me.ledger().event(window, id).ifPresent(event -> {
                room.take(event.content().length);
                events.add(event);
            });
        }
        if (!events.isEmpty()) out.send(fetch.from(), new Message.Events(window, List.copyOf(events)));
    }

    /** @return whether any of them was wanted */
    boolean take(Message.Events events, Outputs out) {
        var peers = new TreeMap<String, Boolean>();
        for (var event : events.events()) {
            var holders = sets.heldBy(event.entry(), me.settings().others());
            if (holders.isEmpty() || !fetched.add(event.entry())) continue;
            holders.forEach(holder -> peers.put(holder, true));
            out.tell(new Output.Missed(window, event, holders));
        }
        peers.keySet().forEach(peer -> ask(peer, out));
        return !peers.isEmpty();
    }

    /** Whether an event that both peers hold is still on its way. One that a peer claims alone may never come. */
    boolean isOwed() {
        var peers = me.settings().others();
        return sets.of(peers.getFirst()).stream()
                .flatMap(diff -> diff.theirsOnly().stream())
                .anyMatch(entry -> !fetched.contains(entry) && sets.heldBy(entry, peers).size() == peers.size());
    }

    private void ask(String peer, Outputs out) {
        var descent = sets.of(peer);
        if (descent.isEmpty()) return;
        var ranges = descent.get().next();
        if (!ranges.isEmpty()) out.send(peer, new Message.Ask(window, me.name(), ranges));
        else fetch(peer, descent.get(), out);
    }

    private void fetch(String peer, MerkleDiff diff, Outputs out) {
        var wanted = diff.theirsOnly().stream()
                .filter(entry -> !fetched.contains(entry) && asked.add(entry))
                .limit(Limits.ASKED)
                .map(ClaimEntry::eventId)
                .toList();
        if (!wanted.isEmpty()) out.send(peer, new Message.Fetch(window, me.name(), wanted));
    }

    /** How much of a page is filled. */
    private static final class Room {
        private int taken;

        boolean isTaken() {
            return taken >= Limits.PAGE_BYTES;
        }

        void take(int bytes) {
            taken += bytes;
        }
    }
}
