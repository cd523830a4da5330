package dev.fanout.auditor.vote;

import java.util.SortedMap;

/** Tells peers what they do not know. So what one has heard, all hear, whoever its author told. */
final class Gossip {
    private final long window;
    private final Settings settings;
    private final Statements statements;

    Gossip(long window, Settings settings, Statements statements) {
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
    private static boolean isMissing(Slot slot, Hash hash, SortedMap<Slot, Hash> in, SortedMap<Slot, Hash> from) {
        var caught = new Slot(Slot.Kind.LIE, slot.author());
        return !hash.equals(in.get(slot)) && !(in.containsKey(caught) && from.containsKey(caught));
    }
}
