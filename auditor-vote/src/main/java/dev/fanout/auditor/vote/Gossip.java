package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.merkle.Sha256;
import dev.fanout.auditor.vote.message.Message;
import dev.fanout.auditor.vote.message.StatementBook;
import dev.fanout.auditor.vote.message.StatementSlot;
import java.util.SortedMap;

/** Tells peers what they do not know. So what one has heard, all hear, whoever its author told. */
final class Gossip {
    private final long window;
    private final VoterSettings settings;
    private final StatementBook statements;

    Gossip(long window, VoterSettings settings, StatementBook statements) {
        this.window = window;
        this.settings = settings;
        this.statements = statements;
    }

    void tell(Message message, Outputs out) {
        settings.others().forEach(peer -> out.send(peer, message));
    }

    void tellWhatIsKnown(Outputs out) {
        tell(new Message.Have(window, settings.self(), false, statements.known()), out);
    }

    void answer(Message.Have theirs, Outputs out) {
        if (!settings.others().contains(theirs.from())) return;
        var own = statements.known();
        own.forEach((slot, hash) -> {
            if (isMissing(slot, hash, theirs.known(), own))
                statements.at(slot).ifPresent(message -> out.send(theirs.from(), message));
        });
        var lacking = theirs.known().entrySet().stream()
                .anyMatch(it -> isMissing(it.getKey(), it.getValue(), own, theirs.known()));
        if (lacking && !theirs.answer()) out.send(theirs.from(), new Message.Have(window, settings.self(), true, own));
    }

    /** Of a liar that both have caught, each may know another version. */
    private static boolean isMissing(StatementSlot slot, Sha256 hash, SortedMap<StatementSlot, Sha256> in,
            SortedMap<StatementSlot, Sha256> from) {
        var caught = new StatementSlot(StatementSlot.Kind.LIE, slot.author());
        return !hash.equals(in.get(slot)) && !(in.containsKey(caught) && from.containsKey(caught));
    }
}
